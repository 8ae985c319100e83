"""Starts what the scenarios need, each gone with the stack it is given."""

import contextlib
import os
import pathlib
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time

SERVERS = pathlib.Path(__file__).parent.parent / "Soutien" / "Serveurs"


def temporary_folder(stack):
    return stack.enter_context(tempfile.TemporaryDirectory())


def spawn(stack, command, log, **options):
    """A process, killed when the stack ends."""
    process = subprocess.Popen(command, stderr=stack.enter_context(open(log, "w")), **options)

    def stop():
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    stack.callback(stop)
    return process


def serve(program, stack, folder, *options, **environment):
    """Starts the site; gives its address and its accounts by role."""
    port = free_port()
    address = f"http://localhost:{port}"
    _, accounts = start(
        program, stack, f"{folder}/journal.txt", port, *options, "--adresse", address, **environment
    )
    return address, accounts


def start(program, stack, log, port, *options, **environment):
    """Starts one process of the site on a port; gives it and the accounts that it shows."""
    process = spawn(
        stack, [program, "servir", "--port", str(port), *options], log,
        stdout=subprocess.PIPE, text=True, env=os.environ | environment,
    )
    accounts = {}
    last = "Ctrl-C" if "--demonstration" in options else "est ouvert"
    for line in process.stdout:
        row = re.match(r"(\S+)\s{2,}([^,]+), (.+?)\s*$", line)
        if row:
            accounts.setdefault(row.group(3), []).append(row.group(1))
        if last in line:
            return process, accounts
    sys.exit("the site did not start: " + pathlib.Path(log).read_text())


class Journey:
    """A demonstration whose clock is set: started again on its base when it goes to another minute."""

    def __init__(self, program, stack, moment):
        self.program, self.stack, self.port = program, stack, free_port()
        self.folder = temporary_folder(stack)
        self.address = f"http://localhost:{self.port}"
        self.process, self.accounts = None, None
        self.travel(moment)

    def travel(self, moment):
        """Goes to a minute of Paris, « 2026-06-26T23:59 », where its clock goes on."""
        if self.process:
            self.process.terminate()
            self.process.wait(30)
        self.process, self.accounts = start(
            self.program, self.stack, f"{self.folder}/journal.txt", self.port, "--demonstration",
            "--base", f"{self.folder}/iut.sqlite", "--adresse", self.address, "--le", moment,
        )


def postgresql(stack, folder):
    """Starts a PostgreSQL server of its own in a folder that does not exist yet; gives its address."""
    binaries = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin"))[-1]
    # The server refuses to be root.
    role = ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups"]
    role = role if os.geteuid() == 0 else []
    os.mkdir(folder)
    if role:
        os.chmod(pathlib.Path(folder).parent, 0o711)
        shutil.chown(folder, "postgres", "postgres")
    data = f"{folder}/data"
    quiet = {"stdout": subprocess.DEVNULL, "cwd": folder, "check": True}
    initdb = [binaries / "initdb", "-D", data, "-U", "delibere", "--auth=trust", "--no-sync"]
    subprocess.run([*role, *initdb, "-E", "UTF8", "--locale=C.UTF-8"], **quiet)
    port = free_port()
    settings = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder}"
    control = [*role, binaries / "pg_ctl", "-D", data, "-w"]
    subprocess.run([*control, "-l", f"{folder}/log", "-o", settings, "start"], **quiet)
    stack.callback(subprocess.run, [*control, "-m", "immediate", "stop"], **quiet)
    return f"postgresql://delibere@127.0.0.1:{port}/postgres"


def nginx(stack, folder, targets):
    """Starts nginx with the example of the documentation before some ports; gives its own port."""
    example = pathlib.Path(__file__).parent.parent.parent / "docs" / "nginx.conf.exemple"
    port = free_port()
    os.mkdir(folder)
    upstream = "\n".join(f"  server 127.0.0.1:{target};" for target in targets)
    site = (
        example.read_text()
        .replace("  server 127.0.0.1:8080;", upstream)
        .replace("  listen 80;", f"  listen 127.0.0.1:{port};")
        .replace("/var/log/nginx/", f"{folder}/")
    )
    places = " ".join(
        f"{kind}_temp_path {folder}/{kind};"
        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    pathlib.Path(f"{folder}/nginx.conf").write_text(
        f"daemon off; master_process off; pid {folder}/pid; error_log {folder}/error.log;\n"
        "events { worker_connections 256; }\n"
        f"http {{ {places}\n{site}\n}}\n"
    )
    spawn(stack, ["/usr/sbin/nginx", "-c", f"{folder}/nginx.conf"], f"{folder}/output")
    wait_for(lambda: socket.create_connection(("127.0.0.1", port)).close())
    return port


def identity_server(stack, folder, script, *arguments):
    """Starts one of the sign-in services of the tests; gives its port."""
    os.mkdir(folder)
    spawn(
        stack, [sys.executable, SERVERS / script, folder, *arguments], f"{folder}/log",
        stdout=subprocess.DEVNULL,
    )
    return int(wait_for(lambda: pathlib.Path(f"{folder}/port").read_text()))


def wait_for(read, seconds=30):
    """What is read as soon as it can be."""
    end = time.monotonic() + seconds
    while True:
        try:
            return read()
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.05)


def free_port():
    """A port of the loopback that nobody uses now."""
    with contextlib.closing(socket.socket()) as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]
