"""What every look at a page has in common: axe, width, content policy, missing files."""

from axe_playwright_python.sync_playwright import Axe

# The browser without its windows: the same pages for half the work.
CHROMIUM = "/usr/bin/chromium-headless-shell"

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def faults(page):
    """What is wrong with the page as it stands, one sentence each."""
    found = []
    # The nodes that pass are counted, not described: that is most of the time of a look.
    options = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
    result = Axe().run(page, options=options)
    for violation in result.response["violations"]:
        for node in violation["nodes"]:
            found.append(f"{violation['id']} : {node['html'][:160]}")
    width, inner = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    if width > inner:
        found.append(f"page wider than the window: {width} > {inner}")
    return found


def listen(page, found):
    """Notes what the browser itself complains of, as it happens."""

    def console(message):
        # A refused form answers 4xx by intent; its page is looked at.
        if message.type == "error" and "the server responded with a status of 4" not in message.text:
            found.append(message.text)

    def failed(request):
        # A download ends the navigation that began it.
        if "ERR_ABORTED" not in (request.failure or ""):
            found.append(f"not loaded: {request.url}")

    page.on("console", console)
    page.on("pageerror", lambda e: found.append(f"script: {e}"))
    page.on("requestfailed", failed)
