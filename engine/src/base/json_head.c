#include "base/json_head.h"

const char imsi_json_table[] = "\"imsmap\": {\"document\": \"table\", \"format\": 1}";
const char imsi_json_diagram[] = "\"imsmap\": {\"document\": \"diagram\", \"format\": 1}";
