"""Computes the links of a Polish KSeF invoice's two verification codes from the XML and the certificate alone.

    independent_links.py INVOICE CERTIFICATE HOST LINK...

Prints one JSON object: "kod-1" and "signed-text" as they should be, and "problems", a list of sentences on what is
wrong with the LINKs found on a print (there should be one of each kind). Shares no code with the product: the hash and
Base64 are Python's, certificate and signature are read by the openssl command.
"""

import base64
import hashlib
import json
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path


def base64url(data):
    return base64.urlsafe_b64encode(data).decode("ascii").rstrip("=")


def from_base64url(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def openssl(*arguments):
    return subprocess.run(["openssl", *arguments], capture_output=True, text=True)


class Invoice:
    def __init__(self, path):
        data = Path(path).read_bytes()
        self.hash = base64url(hashlib.sha256(data).digest())
        root = ElementTree.fromstring(data)
        self.namespace = root.tag[1 : root.tag.index("}")]
        self.seller = self.text(root, "Podmiot1", "DaneIdentyfikacyjne", "NIP")
        self.farmer_invoice = root.find(self.name("FakturaRR")) is not None
        # Who buys from a farmer, or bills for the seller, issues the invoice in their own context, where they have a NIP.
        mark = root.find("/".join(self.name(part) for part in ("Fa", "Adnotacje", "P_17")))
        by_buyer = self.farmer_invoice or (mark is not None and (mark.text or "").strip() == "1")
        buyer = root.find("/".join(self.name(part) for part in ("Podmiot2", "DaneIdentyfikacyjne", "NIP")))
        self.issuer = (buyer.text or "").strip() if by_buyer and buyer is not None else self.seller
        year, month, day = (
            self.text(root, "FakturaRR", "P_4B") if self.farmer_invoice else self.text(root, "Fa", "P_1")
        ).split("-")
        self.date = f"{day}-{month}-{year}"

    def name(self, local):
        return f"{{{self.namespace}}}{local}"

    def text(self, root, *path):
        return root.find("/".join(map(self.name, path))).text.strip()


def serial_number(certificate):
    answer = openssl("x509", "-in", certificate, "-noout", "-serial").stdout
    return answer.strip().removeprefix("serial=").zfill(16)


def der_integer(number):
    data = number.to_bytes(number.bit_length() // 8 + 1, "big")
    return bytes([0x02, len(data)]) + data


def der_signature(signature):
    """ECDSA's two numbers, from IEEE P1363 to the ASN.1 that openssl takes."""
    r, s = (int.from_bytes(half, "big") for half in (signature[:32], signature[32:]))
    body = der_integer(r) + der_integer(s)
    return bytes([0x30, len(body)]) + body


def is_signed(certificate, text, signature):
    with tempfile.TemporaryDirectory() as folder:
        key, message, signed = (f"{folder}/{name}" for name in ("key", "message", "signature"))
        Path(key).write_text(openssl("x509", "-in", certificate, "-noout", "-pubkey").stdout)
        Path(message).write_bytes(text.encode("utf-8"))
        if "id-ecPublicKey" in openssl("x509", "-in", certificate, "-noout", "-text").stdout:
            if len(signature) != 64:
                return False
            Path(signed).write_bytes(der_signature(signature))
            answer = openssl("dgst", "-sha256", "-verify", key, "-signature", signed, message)
        else:
            Path(signed).write_bytes(signature)
            answer = openssl(
                "pkeyutl", "-verify", "-pubin", "-inkey", key, "-rawin", "-digest", "sha256", "-in", message,
                "-sigfile", signed, "-pkeyopt", "rsa_padding_mode:pss", "-pkeyopt", "rsa_pss_saltlen:32",
                "-pkeyopt", "rsa_mgf1_md:sha256",
            )  # fmt: skip
        return answer.returncode == 0


def problems_of(links, kod1, signed_text, certificate):
    if len(links) != 2:
        yield f"{len(links)} codes instead of two: {links}"
    first = [link for link in links if "/invoice/" in link]
    second = [link for link in links if "/certificate/" in link]
    if first != [kod1]:
        yield f"KOD I is {first}, should be {kod1}"
    if len(second) != 1:
        yield f"KOD II is there {len(second)} times"
    for link in second:
        claim, _, signature = link.rpartition("/")
        if claim != "https://" + signed_text:
            yield f"KOD II says {claim}, should say https://{signed_text}"
        data = from_base64url(signature)
        if base64url(data) != signature:
            yield f"the signature isn't in canonical Base64URL: {signature}"
        if not is_signed(certificate, signed_text, data):
            yield f"openssl doesn't accept the signature {signature}"


def main():
    path, certificate, host, *links = sys.argv[1:]
    invoice = Invoice(path)
    kod1 = f"https://{host}/invoice/{invoice.seller}/{invoice.date}/{invoice.hash}"
    signed_text = (
        f"{host}/certificate/Nip/{invoice.issuer}/{invoice.seller}/{serial_number(certificate)}/{invoice.hash}"
    )
    problems = list(problems_of(links, kod1, signed_text, certificate))
    json.dump({"kod-1": kod1, "signed-text": signed_text, "problems": problems}, sys.stdout)


main()
