#include "write/registry.h"

#include <string.h>

/* one a line, so that each comes and goes alone */
/* clang-format off */
static const ims_format *const formats[] = {
  &imsi_format_text,
  &imsi_format_csv,
  &imsi_format_tsv,
  &imsi_format_json,
  &imsi_format_md,
  &imsi_format_html,
  &imsi_format_fragment,
  &imsi_format_xlsx,
  &imsi_format_docx,
};
/* clang-format on */

/* What people call a format when they mean neither its name nor its extension. */
static const struct {
  const char *name;
  const ims_format *format;
} aliases[] = {
  { "markdown", &imsi_format_md },
};

const ims_format *const *ims_formats(size_t *count)
{
  *count = sizeof formats / sizeof *formats;
  return formats;
}

const ims_format *ims_format_find(const char *name)
{
  for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
    if (strcmp(formats[i]->name, name) == 0 || strcmp(formats[i]->extension, name) == 0)
      return formats[i];
  for (size_t i = 0; i < sizeof aliases / sizeof *aliases; i++)
    if (strcmp(aliases[i].name, name) == 0)
      return aliases[i].format;
  return NULL;
}
