"""The desk's reads as JSON, for programs on this machine; `openapi.json` describes them."""
