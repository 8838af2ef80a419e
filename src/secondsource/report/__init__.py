"""What was found for one article, written out as JSON, HTML, Markdown and text."""

from secondsource.report.html import render_html
from secondsource.report.jsonform.whole import to_json
from secondsource.report.markdown import render_markdown
from secondsource.report.terminal import render_summary

__all__ = ["render_html", "render_markdown", "render_summary", "to_json"]
