"""The pages of the workbench, a module each: they ask the library and show what it gives."""

from secondsource.web.pages import (
    add,
    articles,
    assets,
    claims,
    decisions,
    families,
    home,
    language,
    login,
    me,
    people,
    search,
    users,
    verdicts,
    webhooks,
    work,
)

ROUTERS = (
    add.router,
    articles.router,
    assets.router,
    claims.router,
    decisions.router,
    families.router,
    home.router,
    language.router,
    login.router,
    me.router,
    people.router,
    search.router,
    users.router,
    verdicts.router,
    webhooks.router,
    work.router,
)
