"""What Python's email package reads in messages, and which defects it finds, as JSON."""
import email
import email.policy
import json
import sys


def read(path):
    with open(path, "rb") as file:
        message = email.message_from_binary_file(file, policy=email.policy.default)
    defects, parts = [], []
    for part in message.walk():
        for name, value in part.items():
            defects += [f"{name}: {defect!r}" for defect in getattr(value, "defects", ())]
        if not part.is_multipart():
            try:
                parts.append((part.get_content_type(), part.get_content()))
            except (KeyError, LookupError, ValueError) as error:
                defects.append(repr(error))
        defects += [repr(defect) for defect in part.defects]
    texts = {kind: content for kind, content in parts if isinstance(content, str)}
    return {
        "subject": message["subject"],
        "from": str(message["from"]),
        "defects": defects,
        "types": [part.get_content_type() for part in message.walk()],
        "text": texts.get("text/plain", ""),
        "html": texts.get("text/html", ""),
        "pictures": [content.hex() for _, content in parts if isinstance(content, bytes)],
    }


json.dump([read(path) for path in sys.argv[1:]], sys.stdout)
