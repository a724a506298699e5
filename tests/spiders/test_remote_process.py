"""Remote crawls as processes of their own: killed, and before a site whose certificate nobody vouches for."""

from __future__ import annotations

import datetime as dt
import ipaddress
import json
import ssl
import time
from collections import Counter

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from spiders.sites import Answer, Site, number_in
from warcio.archiveiterator import ArchiveIterator

EAGER = ["-s", "AUTOTHROTTLE_ENABLED=0", "-s", "DOWNLOAD_DELAY=0.02", "-s", "BACKOFF=0.01"]


@pytest.fixture
def crawl_titles(scrapy):
    def start(sources, output, *more, **arguments):
        given = {"sources": sources, "output": output, "allow_private": "true"} | arguments
        words = [word for name, value in given.items() for word in ("-a", f"{name}={value}")]
        return scrapy("crawl", "titles", *words, *EAGER, *more)

    return start


def served(site):
    return Counter(asked.path for asked in site.asked if asked.path != "/robots.txt")


def archived(folder):
    for path in sorted(folder.glob("*.warc.gz")):
        with path.open("rb") as stream:
            yield from (
                record.rec_headers.get_header("WARC-Target-URI")
                for record in ArchiveIterator(stream)
                if record.rec_type == "response"
            )


def test_killed_crawl_goes_on_and_asks_for_nothing_it_has(crawl_titles, page, tmp_path):
    with Site(lambda path, _: Answer(page(number_in(path)))).serve() as site:
        (tmp_path / "names.list").write_text("\n".join(map(site.url, range(1, 81))))
        kills = 0
        for target in (20, 45):
            process = crawl_titles(tmp_path / "names.list", tmp_path / "out", archive=tmp_path / "archive")
            while process.poll() is None and len(served(site)) < target:
                time.sleep(0.005)
            process.kill()
            process.communicate()
            kills += process.returncode == -9
        process = crawl_titles(tmp_path / "names.list", tmp_path / "out", archive=tmp_path / "archive")
        errors = process.communicate(timeout=60)[1]
        assert (process.returncode, kills) == (0, 2), errors
        times = served(site)
    run = json.loads((tmp_path / "out" / "run.json").read_text())
    assert (run["records"], run["balanced"], len(times)) == (80, True, 80)
    assert run["resumed"] > 30
    assert sum(times.values()) <= 80 + kills, "but for the one page that was under way"
    assert not list((tmp_path / "archive").glob("*.open"))
    answers = Counter(uri.removeprefix(site.base) for uri in archived(tmp_path / "archive"))
    assert set(answers) - {"/robots.txt"} == set(times), "every record can be read again"


@pytest.fixture
def certificate(tmp_path):
    """Write a certificate for the loopback address that nobody but itself vouches for."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    now = dt.datetime.now(dt.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    plain = serialization.NoEncryption()
    packed = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
    (tmp_path / "site.pem").write_bytes(packed + made.public_bytes(serialization.Encoding.PEM))
    return tmp_path / "site.pem"


def test_certificates_are_verified(crawl_titles, page, tmp_path, certificate):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    with Site(lambda path, _: Answer(page(number_in(path)))).serve(context=context) as site:
        more = ["-s", "RETRY_TIMES=0"]
        process = crawl_titles(site.url(1), tmp_path / "verified", *more)
        errors = process.communicate(timeout=60)[1]
        assert (process.returncode, site.asked) == (2, []), errors
        process = crawl_titles(site.url(1), tmp_path / "not", *more, "-s", "DOWNLOAD_VERIFY_CERTIFICATES=0")
        errors = process.communicate(timeout=60)[1]
        assert process.returncode == 0, errors
