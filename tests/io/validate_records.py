"""Validates each line of a JSON Lines file (argument 2) by a JSON schema (argument 1); 1 if one does not follow it."""
import json
import sys

import jsonschema

with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file)
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema)
status = 0
with open(sys.argv[2], encoding="utf-8") as file:
    for number, line in enumerate(file, 1):
        if not line.strip():
            continue
        for error in validator.iter_errors(json.loads(line)):
            print(f"{number}: {error.json_path}: {error.message[:200]}")
            status = 1
sys.exit(status)
