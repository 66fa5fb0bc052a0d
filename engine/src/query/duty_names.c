#include "query/duty_names.h"

#include "base/try.h"
#include "query/title_words.h"

#include <string.h>

/* What tells no document from another: kinds of paper, what a whole standard is about, and what joins words. As
   imsi_title_read leaves them. */
static const char *const generic[] = {
  "a",        "about",       "act",    "all",       "an",      "and",          "any",     "are",
  "as",       "at",          "be",     "by",        "carried", "carrying",     "data",    "description",
  "document", "documented",  "each",   "evidence",  "for",     "from",         "has",     "how",
  "in",       "information", "is",     "it",        "kept",    "list",         "made",    "management",
  "needed",   "not",         "of",     "on",        "or",      "organization", "other",   "out",
  "plan",     "planned",     "policy", "procedure", "process", "processe",     "quality", "record",
  "report",   "requirement", "result", "retained",  "rule",    "security",     "service", "shows",
  "standard", "system",      "taken",  "that",      "the",     "their",        "them",    "they",
  "this",     "to",          "was",    "were",      "what",    "which",        "who",     "with",
};

static bool is_generic(const char *word)
{
  for (size_t i = 0; i < sizeof generic / sizeof *generic; i++)
    if (strcmp(word, generic[i]) == 0)
      return true;
  return false;
}

static bool has_word(const imsi_vec *words, const char *word)
{
  for (size_t i = 0; i < words->count; i++)
    if (strcmp(IMSI_AT(const char *, words, i), word) == 0)
      return true;
  return false;
}

static bool share_word(const imsi_vec *words, const imsi_vec *others)
{
  for (size_t i = 0; i < words->count; i++)
    if (has_word(others, IMSI_AT(const char *, words, i)))
      return true;
  return false;
}

/* True if at least half of what tells the duty from others stands in the title: one word of many is of another thing.
   Where nothing does, as in "quality policy", all of it has to, or a word of it if nothing else is asked for. */
static bool is_called(const imsi_vec *asked, const imsi_vec *title, bool alone)
{
  size_t telling = 0, found = 0, same = 0;
  for (size_t i = 0; i < asked->count; i++) {
    const char *word = IMSI_AT(const char *, asked, i);
    telling += !is_generic(word);
    found += !is_generic(word) && has_word(title, word);
    same += has_word(title, word);
  }
  return telling ? found && found * 2 >= telling : same && (alone || same == asked->count);
}

/* What is behind a comma says more of the thing that is asked for. */
static ims_status read_duty(imsi_arena *arena, const char *text, imsi_vec *words)
{
  const char *head = imsi_arena_copy(arena, text, strcspn(text, ","));
  return head ? imsi_title_read(arena, head, words) : IMS_NOMEM;
}

static ims_status look(imsi_arena *arena, const ims_register *given, const ims_duty *duty, ims_entry document,
                       bool alone, imsi_vec *asked, imsi_vec *title, imsi_vec *type, bool *named)
{
  IMS_TRY(read_duty(arena, duty->text, asked));
  IMS_TRY(imsi_title_read(arena, ims_entry_text(given, document, IMS_FIELD_TITLE), title));
  IMS_TRY(imsi_title_read(arena, ims_entry_text(given, document, IMS_FIELD_TYPE), type));
  *named = is_called(asked, title, alone) || (alone && share_word(asked, type));
  return IMS_OK;
}

ims_status imsi_duty_is_named(const ims_register *given, const ims_duty *duty, ims_entry document, bool alone,
                              bool *named)
{
  imsi_arena arena = { 0 };
  imsi_vec asked = IMSI_VEC(const char *), title = IMSI_VEC(const char *), type = IMSI_VEC(const char *);
  const ims_status status = look(&arena, given, duty, document, alone, &asked, &title, &type, named);
  imsi_vec_free(&type);
  imsi_vec_free(&title);
  imsi_vec_free(&asked);
  imsi_arena_free(&arena);
  return status;
}
