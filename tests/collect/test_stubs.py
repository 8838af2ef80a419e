"""Pages that stand in the place of an article are refused; short articles are not."""

import json
import time
from pathlib import Path

import pytest

from secondsource.article import CUT_SHORT
from secondsource.collect import Collected, CollectOptions, Rejected, collect
from secondsource.collect.boilerplate import find_boilerplate
from secondsource.collect.page import Page
from secondsource.collect.stubs.reject import reject_stub
from secondsource.errors import UnreadableError
from tests.collect.captures import make_response
from tests.collect.feeds import HEAD, WORDS, write_rss
from tests.collect.pages import PARAGRAPHS

ERROR, CHECK, SCRIPTS = "an error page", "a check whether a person is there", "JavaScript"
COOKIES, PLACE, PAID = "cookies", "not shown in this country", "it is for subscribers"
STUBS = [
    # the kind, the title, the text
    (ERROR, "404 Not Found", "404 Not Found\nnginx/1.18.0"),
    (ERROR, "403 Forbidden", "Forbidden\nYou don't have permission to access this resource."),
    (ERROR, "Access Denied", "You cannot open this page on this server.\nReference #18.8d1c"),
    (ERROR, "Page not found | Tide Watch", "It may have moved. Try the search, or go back home."),
    (ERROR, "Tide Watch", "Error 404: page not found\nThe link may be old. Try a search."),
    (ERROR, "503 Service Temporarily Unavailable", "nginx"),
    (ERROR, "Seite nicht gefunden – Hafenblatt", "Bitte prüfen Sie die Adresse."),
    (ERROR, "Page introuvable | Le Quai", "Le lien est peut-être ancien. Retour à l'accueil."),
    (ERROR, "Página no encontrada", "Vuelva a la página de inicio."),
    (ERROR, "Nie znaleziono strony", "Sprawdź adres lub wróć na stronę główną."),
    (ERROR, "Страница не найдена — Причал", "Проверьте адрес или перейдите на главную."),
    (ERROR, "Сторінку не знайдено", "Перевірте адресу або скористайтеся пошуком."),
    (CHECK, "Just a moment...", "Verify you are human to go on.\nRay ID: 81f0"),
    (CHECK, "Are you a robot?", "Please make sure that your browser allows cookies."),
    (CHECK, None, "We saw unusual traffic from your network. Tick the box: I'm not a robot."),
    (CHECK, None, "Bitte bestätigen Sie, dass Sie ein Mensch sind."),
    (CHECK, None, "Vérifiez que vous êtes humain. Cela protège le site des robots."),
    (CHECK, None, "Confirme que no es un robot para seguir."),
    (CHECK, None, "Potwierdź, że jesteś człowiekiem."),
    (CHECK, None, "Подтвердите, что запросы отправляли вы, а не робот. Я не робот"),
    (CHECK, None, "Підтвердьте, що ви людина."),
    (SCRIPTS, "Tide", "You need to enable JavaScript to run this app."),
    (SCRIPTS, "Tide", "JavaScript is disabled in this browser. Please enable it.\n© Tide 2024"),
    (SCRIPTS, None, "Bitte aktivieren Sie JavaScript in Ihrem Browser."),
    (SCRIPTS, None, "Veuillez activer JavaScript dans votre navigateur."),
    (SCRIPTS, None, "Por favor, active JavaScript en su navegador."),
    (SCRIPTS, None, "Aby czytać, włącz obsługę JavaScript w przeglądarce."),
    (SCRIPTS, None, "Для работы сайта необходимо включить JavaScript в браузере."),
    (SCRIPTS, None, "Будь ласка, увімкніть JavaScript у браузері."),
    (COOKIES, None, "We use cookies to measure visits.\nAccept all\nReject all\nManage settings"),
    (COOKIES, None, "Before you continue\nWe and our partners use cookies. Accept all or reject."),
    (COOKIES, None, "Wir verwenden Cookies für Werbung.\nIhre Zustimmung können Sie widerrufen."),
    (COOKIES, None, "Nous utilisons des cookies avec nos partenaires. Accepter ou refuser."),
    (COOKIES, None, "Utilizamos cookies propias. Puede aceptar o rechazar su uso."),
    (COOKIES, None, "Szanujemy Twoją prywatność\nPartnerzy przetwarzają dane za Twoją zgodą."),
    (COOKIES, None, "Мы используем файлы cookie. Настройки рекламы можно изменить."),
    (COOKIES, None, "Ми використовуємо файли cookie. Налаштування реклами можна змінити."),
    (PLACE, None, "Our website is currently unavailable in most European countries."),
    (PLACE, None, "Este contenido no está disponible en su país."),
    (PAID, None, "Subscribe to continue reading\nAlready a subscriber? Log in\n€1 a month"),
    (PAID, None, "La suite est réservée aux abonnés."),
    (PAID, "Tide", "The pier is closed\nSubscribe to continue reading\nStart your trial for $1."),
    (ERROR, "404: Tide Watch", f"The address may have moved. {'Look at the harbour. ' * 20}"),
    (ERROR, "Service unavailable: Tide Watch", "The server is busy. Try again in a few minutes."),
    (ERROR, "Not Found", f"The requested URL {'/boats' * 20} was not found on this server."),
    (CHECK, "Captcha", "Your browser has to pass a test first, for which cookies must be on."),
    (CHECK, None, "Click “I'm not a robot” below. We have to make sure you're not a robot."),
    (
        CHECK,
        None,
        "Our systems saw unusual traffic from your network. This page checks for robots.",
    ),
    (CHECK, None, "Nos systèmes ont détecté un trafic exceptionnel sur votre réseau."),
    (CHECK, None, "Nasze systemy wykryły nietypowy ruch pochodzący z Twojej sieci."),
    (SCRIPTS, None, "JavaScript is required."),
    (SCRIPTS, None, "To continue, enable JavaScript in the browser."),
    (SCRIPTS, None, "Sie müssen JavaScript aktivieren, um die Seite zu sehen."),
    (PLACE, None, "Sorry, this content is not available in your region."),
    (PLACE, None, "Dieser Inhalt ist in Ihrem Land leider nicht verfügbar."),
    (PLACE, None, "Этот сайт недоступен в вашей стране."),
]
ARTICLES = [
    ("Page not found: how the port lost its archive", "The port lost its archive on Monday."),
    ("Access denied", "The crew was turned away at the gate, said the harbour master on Friday."),
    ("404", f"{PARAGRAPHS[0]} " * 10),
    ("Cookies", "The ministry fined a shop for cookies that it had set without consent."),
    ("Robots", "A robot that proves it is not a robot won the prize of the harbour on Monday."),
    ("Boats", f"{PARAGRAPHS[0]}\nPlease enable JavaScript to view the comments."),
    ("Boats", f"{PARAGRAPHS[0]} {PARAGRAPHS[1]}\nWe use cookies to measure visits. Accept"),
    ("Brief", "The pier is closed."),
    ("Schiff", "Das Schiff ist da."),
    ("Пристань", "Пристань закрыта. Доступ запрещён."),
]
WORDS_OF_STUBS = [
    # articles that hold what a stub says: the title, the text
    (
        None,
        "Президент Владимир Путин подписал закон о бюджете на будущий год, который вступит в "
        "силу первого января.\nЧтобы читать дальше, оформите подписку.",
    ),
    (
        None,
        "Зеленський підписав закон про бюджет на наступний рік, який набуде чинності першого "
        "січня.\nЩоб читати далі, оформіть передплату.",
    ),
    (
        None,
        "The trial of the harbour master began on Monday, and the court heard that he took $2 "
        "million.\nSubscribe to continue reading.",
    ),
    (
        None,
        "Les dockers du port recevront une prime de 300 € à la fin du mois, a dit la ministre."
        "\nIl vous reste 78 % de cet article à lire. La suite est réservée aux abonnés.",
    ),
    (
        None,
        "Wer sein Boot im Hafen anmelden will, zahlt vom kommenden Jahr an eine Gebühr von "
        "500 €.\nWeiterlesen mit Hafenblatt Plus.",
    ),
    (
        None,
        "Subscribe to continue reading\nThe trial of the harbour master began on Monday, and "
        "the court heard of money.",
    ),
    (
        None,
        "Mozilla has patched a flaw in its Firefox browser. The bug could allow malicious "
        "JavaScript to escape the sandbox, researchers said. Users are advised to update the "
        "browser at once.",
    ),
    (None, "The browser has a flaw. Attackers can enable JavaScript in the browser from afar."),
    (None, "Der Browser hat eine Lücke. Angreifer können JavaScript im Browser aktivieren."),
    (None, "El navegador tiene un fallo que activa JavaScript malicioso en su navegador."),
    (
        "Threads",
        "Meta launched Threads in 100 countries on Thursday. The service is not "
        "available in the European Union because of legal concerns over the Digital Markets Act.",
    ),
    (
        None,
        "Nutzer aus mehreren Ländern im Ausland melden, der Dienst sei in ihrem Land nicht "
        "verfügbar. Im Land selbst ist er erreichbar.",
    ),
    (
        None,
        "Im Ausland sahen Leser „Dieser Inhalt ist in Ihrem Land nicht verfügbar“. Das Land "
        "sperrt die Website seit Montag.",
    ),
    (None, "El país cerró el acceso. La empresa dijo que la red no está disponible en su país."),
    (
        "Agents",
        "OpenAI's agent ticked the box “I'm not a robot” on Friday. The bot then told its "
        "user that it had to prove it was not a robot. Captchas no longer stop a bot.",
    ),
    (None, "The page said: 'Verify you're human.' The robot did so. Robots pass captchas now."),
    (None, "Бот нажал «Я не робот» и прошёл проверку. Капча не остановила робота."),
    (None, "I'm Not a Robot won the prize for short films. In it a robot fails a captcha."),
    (None, "Bison futé prévoit un trafic exceptionnel samedi. Le trafic sera dense dimanche."),
    (
        "Service unavailable: NHS app down",
        "The app of the health service was down for most of Monday, and patients could not order "
        "their medicines. Those who opened it saw an error and were told to come back later. The "
        "service said on Tuesday that a server in Leeds had been at fault, that nothing was lost, "
        "and that all of its users could sign in again from the early morning.",
    ),
    (
        "Are you a robot?",
        "Captchas were made to keep robots out. Researchers in Zurich said on Monday that a "
        "machine now solves all of them.",
    ),
    ("Captcha", "A study found that robots are better at captchas than humans."),
    (
        "Forbidden",
        "The film opens the festival on Friday. Its director removed a scene at the request of "
        "the censor.",
    ),
    (
        "Access denied: press kept from trial",
        "Two reporters were removed from the court at the request of the defence.",
    ),
]
CUTS = [
    "To continue reading this article, please subscribe.",
    "Subscribe now to continue reading.",
    "Log in or subscribe to read the full article.",
    "This article is for subscribers only.",
    "Dieser Artikel ist exklusiv für Abonnenten.",
    "Jetzt weiterlesen mit Hafenblatt Plus.",
    "Il vous reste 57.09% de cet article à lire.",
    "La suite est réservée aux abonnés.",
    "Abonnez-vous pour lire la suite.",
    "Este contenido es exclusivo para suscriptores.",
    "Para seguir leyendo, suscríbete.",
    "Dalsza część artykułu dostępna tylko dla subskrybentów.",
    "Pozostało do przeczytania 80% artykułu.",
    "Полный текст доступен только по подписке.",
    "Чтобы читать дальше, оформите подписку.",
    "Повний текст доступний лише за передплатою.",
    "Щоб читати далі, оформіть передплату.",
]
INVITATIONS = [
    "Subscribe to our newsletter to read more stories like this.",
    "Log in or create an account to continue",
    "Already a subscriber? Log in",
    "The paper says that the rest is for subscribers only.",
    "Junge Leser abonnieren die Zeitung.",
    "Esta funcionalidad es sólo para suscriptores",
    "Подпишитесь на наш канал, чтобы читать новости.",
    "The bill would make members read the full article before they vote.",
]


@pytest.mark.parametrize(("kind", "title", "text"), STUBS)
def test_what_is_no_article_is_refused(kind: str, title: str | None, text: str) -> None:
    with pytest.raises(UnreadableError, match=kind) as refused:
        reject_stub(title, text)
    assert "open it in a browser" in str(refused.value)


@pytest.mark.parametrize(("title", "text"), [*ARTICLES, *WORDS_OF_STUBS])
def test_a_short_article_is_none_of_these(title: str | None, text: str) -> None:
    reject_stub(title, text)


def test_beside_a_colon_the_name_of_the_site_is_known() -> None:
    text = f"The address may have moved. {'Look at the harbour. ' * 20}"
    reject_stub("Page not found: Tide Watch", text)
    with pytest.raises(UnreadableError, match=ERROR):
        reject_stub("Page not found: Tide Watch", text, "Tide watch")


@pytest.mark.parametrize(
    "asks",
    [
        "Verify you are human, robot. ",
        "Please enable JavaScript. ",
        "Our website is not available in your country. ",
    ],
)
def test_a_long_text_does_not_only_ask(asks: str) -> None:
    reject_stub(None, asks * 40)


def test_a_title_of_blanks_takes_no_time() -> None:
    started = time.process_time()
    reject_stub(f"Tide{' ' * 60_000}Watch", "The pier is closed.")
    assert time.process_time() - started < 5


def test_the_same_whatever_it_comes_in(tmp_path: Path) -> None:
    page = (
        f"<html><head><title>{STUBS[3][1]}</title></head><body><p>{STUBS[3][2]}</p></body></html>"
    )
    written = {
        "a.html": page.encode(),
        "a.warc": make_response(f"{HEAD}/a", page.encode()),
        "a.txt": STUBS[4][2].encode(),
        "a.jsonl": json.dumps({"title": STUBS[3][1], "text": STUBS[3][2]}).encode(),
    }
    for name, data in written.items():
        (tmp_path / name).write_bytes(data)
        (item,) = collect(tmp_path / name)
        assert isinstance(item, Rejected)
        assert ERROR in item.reason


def test_where_the_page_of_an_entry_is_a_stub_the_text_of_the_feed_is_kept() -> None:
    def fetch(address: str, _options: CollectOptions) -> Page:
        entry = f"<title>A</title><link>{HEAD}/a</link><description>{WORDS}</description>"
        served = "Verify you are human to go on." if address.endswith("/a") else write_rss(entry)
        return Page(served.encode(), None if "rss" in served else "text/plain", "utf-8", address)

    (item,) = collect(f"{HEAD}/feed.xml", CollectOptions(fetch=fetch))
    assert isinstance(item, Collected)
    assert item.article.text == WORDS
    assert CHECK in item.source


@pytest.mark.parametrize("notice", CUTS)
def test_a_subscribers_notice_at_the_end_is_marked(notice: str) -> None:
    text = f"{PARAGRAPHS[0]} {PARAGRAPHS[1]}\n{notice}\nTide Watch"
    reject_stub("Boats are late", text)
    cut = [b.span.of(text) for b in find_boilerplate(text, None) if b.reason == CUT_SHORT]
    assert cut == [notice]


@pytest.mark.parametrize("notice", INVITATIONS)
def test_an_invitation_cuts_nothing(notice: str) -> None:
    text = f"{PARAGRAPHS[0]} {PARAGRAPHS[1]}\n{notice}\nTide Watch"
    assert not any(b.reason == CUT_SHORT for b in find_boilerplate(text, None))
