"""The pages of the workbench, a module each: they ask the library and show what it gives."""

from secondsource.web.pages import assets, home, language, search

ROUTERS = (assets.router, home.router, language.router, search.router)
