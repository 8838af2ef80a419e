"""The pages of the workbench, a module each: they ask the library and show what it gives."""

from secondsource.web.pages import add, assets, home, language, login, me, search, users, work

ROUTERS = (
    add.router,
    assets.router,
    home.router,
    language.router,
    login.router,
    me.router,
    search.router,
    users.router,
    work.router,
)
