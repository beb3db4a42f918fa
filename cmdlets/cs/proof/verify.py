# Verifies an exported audit trail: the signature by openssl, then the chain.
import hashlib, json, os, subprocess, sys

os.chdir(os.path.dirname(os.path.abspath(__file__)))
subprocess.run(["openssl", "pkeyutl", "-verify", "-pubin", "-inkey", "key.pem", "-rawin", "-in", "records.jsonl", "-sigfile", "records.sig"], check=True)

def written(texts):
    return b"".join(b"%d:%s," % (len(t), t) for t in (text.encode() for text in texts))

last, number = "00" * 32, 0
for number, line in enumerate(open("records.jsonl", encoding="utf-8"), 1):
    record = json.loads(line)
    fields, edits = record["Fields"], record.get("Edits") or []
    if edits:
        texts = [e[name] for e in edits for name in ("Kind", "Key", "Property", "Before", "After")]
        good = fields[13:] == [str(len(edits)), hashlib.sha256(written(texts)).hexdigest()]
    else:
        good = len(fields) == 13
    digest = hashlib.sha256(bytes.fromhex(record["Previous"]) + written(fields)).hexdigest()
    if not (good and fields[0] == str(number) and record["Previous"] == last and record["Hash"] == digest):
        sys.exit(f"record {number} is not as it was written")
    last = digest
print(f"{number} records are as they were written; the last hash is {last}")
