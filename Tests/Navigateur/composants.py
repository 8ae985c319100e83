#!/usr/bin/env python3
"""Looks at one page in Chromium: three widths, light and dark, as axe and as the eye see it.

    composants.py URL FOLDER

Writes one picture for each look, and one of the page as printed, into the folder. Ends with 1
when axe finds a violation (WCAG 2.2 AA and good practice), when the page scrolls sideways, when
the content policy is broken or when a file is missing.
"""

import argparse
import pathlib
import sys

from playwright.sync_api import sync_playwright

from regard import CHROMIUM, faults, listen

WIDTHS = ((360, 740), (768, 1024), (1440, 900))
SCHEMES = ("light", "dark")


def look(browser, url, folder, size, scheme):
    """Opens the page in one look, writes its picture, gives its faults."""
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]}, color_scheme=scheme, locale="fr-FR"
    )
    page = context.new_page()
    found = []
    listen(page, found)
    page.goto(url)
    page.evaluate("document.fonts.ready")
    page.screenshot(path=folder / f"{size[0]}-{scheme}.png", full_page=True)
    found += faults(page)
    fold = page.locator(".menu-etroit summary")
    if fold.is_visible():
        fold.click()
        page.screenshot(path=folder / f"{size[0]}-{scheme}-menu.png")
        found += faults(page)
    context.close()
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("url")
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--chromium", default=CHROMIUM)
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    count = 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=arguments.chromium, args=["--no-sandbox"]
        )
        for size in WIDTHS:
            for scheme in SCHEMES:
                found = look(browser, arguments.url, arguments.folder, size, scheme)
                count += len(found)
                print(f"{size[0]} {scheme}: {len(found)} fault(s)")
                for fault in found:
                    print(f"  {fault}")
        page = browser.new_page(locale="fr-FR")
        page.goto(arguments.url)
        page.emulate_media(media="print", color_scheme="light")
        page.set_viewport_size({"width": 794, "height": 1123})
        page.screenshot(path=arguments.folder / "imprime.png", full_page=True)
        page.pdf(path=arguments.folder / "imprime.pdf", format="A4", prefer_css_page_size=True)
        browser.close()
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main())
