"""What day and time it is where the site stands, whatever the clock of the machine follows."""

from datetime import datetime
from zoneinfo import ZoneInfo


def now():
    return datetime.now(ZoneInfo("Europe/Paris"))


def today():
    return now().date()
