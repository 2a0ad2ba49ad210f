"""The bundled spec as schemathesis tests it against the sandbox.

What the spec leaves to its texts is written as schemas here: where the services are, what a refusal looks like, and how the service reads
null in a request. Nothing else is changed.
"""

import copy

METHODS = ("get", "put", "post", "patch", "delete")
PLACES = {"https://api.clockify.me/api": "/api", "https://reports.api.clockify.me": "/report", "https://pto.api.clockify.me": "/pto"}

REFUSAL = {
    "description": "A refusal, with a message and the service's own code.",
    "content": {
        "application/json": {
            "schema": {
                "type": "object",
                "required": ["message", "code"],
                "properties": {"message": {"type": "string"}, "code": {"type": "integer"}},
            }
        }
    },
}


def prepared(document):
    document = copy.deepcopy(document)
    document["paths"] = places(document)
    document["servers"] = [{"url": "/"}]
    # The command has a key for users, and no add-on.
    document["security"] = [{"ApiKeyAuth": []}]
    names = document["components"]["securitySchemes"]
    document["components"]["securitySchemes"] = {"ApiKeyAuth": names["ApiKeyAuth"]}
    requests = RequestSchemas(document)
    for item in document["paths"].values():
        known(item.get("parameters", []), document)
        for method in METHODS:
            if operation := item.get(method):
                operation.pop("security", None)
                operation["responses"]["4XX"] = REFUSAL
                known(operation.get("parameters", []), document)
                for content in operation.get("requestBody", {}).get("content", {}).values():
                    content["schema"] = requests.accepting_null(content["schema"])
    return document


def places(document):
    """The paths with those of the services in front, instead of servers."""
    paths = {}
    for path, item in document["paths"].items():
        shared = {name: value for name, value in item.items() if name not in (*METHODS, "servers")}
        for method in METHODS:
            if operation := item.get(method):
                servers = operation.pop("servers", None) or item.get("servers") or document["servers"]
                paths.setdefault(PLACES[servers[0]["url"]] + path, copy.deepcopy(shared))[method] = operation
    return paths


def known(parameters, document):
    """Takes identifiers in paths from the documentation's examples, which the sandbox has. Any other one is an error."""
    for index, parameter in enumerate(parameters):
        if reference := parameter.get("$ref"):
            parameter = copy.deepcopy(resolved(reference, document))
            parameters[index] = parameter
        # No add-on is known to the sandbox: it answers the same about each.
        if parameter["in"] == "path" and "example" in parameter and parameter["name"] != "addonId":
            parameter["schema"] = {"type": "string", "enum": [parameter["example"]]}


def resolved(reference, document):
    for name in reference.removeprefix("#/").split("/"):
        document = document[name.replace("~1", "/").replace("~0", "~")]
    return document


class RequestSchemas:
    """Copies of the schemas of requests in which a member that may be left out may also be null, as the service takes it."""

    def __init__(self, document):
        self.document = document
        self.schemas = document["components"]["schemas"]

    def accepting_null(self, schema):
        """A copy of a schema. References in it lead to copies as well."""
        if reference := schema.get("$ref"):
            name = reference.rsplit("/", 1)[1]
            if f"{name}.request" not in self.schemas:
                # It may contain itself.
                self.schemas[f"{name}.request"] = {}
                self.schemas[f"{name}.request"] = self.accepting_null(self.schemas[name])
            return schema | {"$ref": f"#/components/schemas/{name}.request"}
        schema = dict(schema)
        required = schema.get("required", [])
        if properties := schema.get("properties"):
            schema["properties"] = {
                name: self.accepting_null(value) if name in required else nullable(self.accepting_null(value))
                for name, value in properties.items()
            }
        for name in ("allOf", "anyOf", "oneOf"):
            if name in schema:
                schema[name] = [self.accepting_null(part) for part in schema[name]]
        for name in ("items", "additionalProperties"):
            if isinstance(schema.get(name), dict):
                schema[name] = self.accepting_null(schema[name])
        return schema


def nullable(schema):
    # A file is no JSON value.
    return schema if schema.get("format") == "binary" else {"anyOf": [schema, {"type": "null"}]}
