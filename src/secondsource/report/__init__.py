"""What was found for one article, written out as JSON, HTML, Markdown and text."""

from secondsource.report.html import render_html
from secondsource.report.jsonform import to_json
from secondsource.report.report import Report

__all__ = ["Report", "render_html", "to_json"]
