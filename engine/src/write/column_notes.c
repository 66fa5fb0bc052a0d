#include "write/pages_internal.h"

#include <string.h>

static const struct {
  const char *report, *key, *text;
} notes[] = {
#define IMSI_COLUMN_NOTE(report, key, text) { report, key, text },
#include "write/column_notes.def"
};

static const struct {
  const char *suffix, *text;
} edition_notes[] = {
#define IMSI_EDITION_NOTE(suffix, text) { suffix, text },
#include "write/column_notes.def"
};

static const char *find(const char *report, const char *key)
{
  for (size_t i = 0; i < sizeof notes / sizeof *notes; i++)
    if (strcmp(notes[i].report, report) == 0 && strcmp(notes[i].key, key) == 0)
      return notes[i].text;
  return NULL;
}

/* `9001:2015`, or `9001:2015 common`: no other key has a colon. */
static const char *find_edition(const char *key)
{
  const char *suffix = key + strcspn(key, " ");
  for (size_t i = 0; strchr(key, ':') && i < sizeof edition_notes / sizeof *edition_notes; i++)
    if (strcmp(edition_notes[i].suffix, suffix) == 0)
      return edition_notes[i].text;
  return NULL;
}

const char *imsi_column_note(const char *report, const char *key)
{
  const char *own = find(report, key);
  const char *any = own ? own : find("", key);
  return any ? any : find_edition(key);
}
