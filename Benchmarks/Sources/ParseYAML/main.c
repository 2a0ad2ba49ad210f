// Parses a YAML or JSON file with libyaml and does nothing with it: what the generator's time is compared with.
#include <stdio.h>
#include <yaml.h>

int main(int count, char **arguments) {
    if (count != 2) return 2;
    FILE *file = fopen(arguments[1], "rb");
    yaml_parser_t parser;
    if (!file || !yaml_parser_initialize(&parser)) return 2;
    yaml_parser_set_input_file(&parser, file);
    yaml_event_type_t type;
    do {
        yaml_event_t event;
        if (!yaml_parser_parse(&parser, &event)) return 1;
        type = event.type;
        yaml_event_delete(&event);
    } while (type != YAML_STREAM_END_EVENT);
    yaml_parser_delete(&parser);
    fclose(file);
    return 0;
}
