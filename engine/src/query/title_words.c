#include "query/title_words.h"

#include "base/strbuf.h"
#include "base/try.h"
#include "base/utf8.h"

#include <string.h>

/* A word of so many bytes is also looked for inside longer ones. */
enum { LEAST_INSIDE = 5 };

/* One entry: all of its parts have to be there. */
typedef struct imsi_word_pattern {
  const char *text; /* as in the data */
  const char *const *parts;
  size_t count;
  bool ruled_out;
} imsi_word_pattern;

/* ---- words ---- */

static bool is_letter(uint32_t code, size_t length)
{
  if (length == 1)
    return (code >= 'a' && code <= 'z') || (code >= '0' && code <= '9');
  /* signs, spaces and dashes of more than one byte */
  return code >= 0xC0 && !(code >= 0x2000 && code <= 0x206F);
}

/* Bytes of the word at the beginning of `text`. */
static size_t word_size(const char *text, size_t size)
{
  size_t end = 0;
  while (end < size) {
    uint32_t code;
    const size_t length = imsi_utf8_decode(text + end, size - end, &code);
    if (!is_letter(code, length))
      break;
    end += length;
  }
  return end;
}

/* "policies" is "policy", "records" is "record", "access" stays. */
static ims_status keep_word(imsi_arena *arena, const char *text, size_t size, imsi_vec *words)
{
  char *word = imsi_arena_copy(arena, text, size);
  if (!word)
    return IMS_NOMEM;
  if (size > 4 && memcmp(word + size - 3, "ies", 3) == 0)
    memcpy(word + size - 3, "y", 2);
  else if (size > 3 && word[size - 1] == 's' && word[size - 2] != 's')
    word[size - 1] = '\0';
  return imsi_vec_push(words, &(const char *){ word });
}

static ims_status split(imsi_arena *arena, const imsi_strbuf *folded, imsi_vec *words)
{
  IMS_TRY(folded->status);
  const char *text = imsi_strbuf_string(folded);
  for (size_t at = 0; at < folded->size;) {
    const size_t size = word_size(text + at, folded->size - at);
    if (size)
      IMS_TRY(keep_word(arena, text + at, size, words));
    uint32_t code;
    at += size ? size : imsi_utf8_decode(text + at, folded->size - at, &code);
  }
  return IMS_OK;
}

ims_status imsi_title_read(imsi_arena *arena, const char *text, imsi_vec *words)
{
  imsi_strbuf folded = { 0 };
  imsi_utf8_fold(text, &folded);
  const ims_status status = split(arena, &folded, words);
  imsi_strbuf_free(&folded);
  return status;
}

/* ---- lists ---- */

static ims_status read_pattern(imsi_arena *arena, const char *text, size_t size, imsi_vec *patterns)
{
  imsi_vec parts = IMSI_VEC(const char *);
  const char *copy = imsi_arena_copy(arena, text, size);
  ims_status status = copy ? imsi_title_read(arena, copy, &parts) : IMS_NOMEM;
  const char **list = status ? NULL : imsi_arena_alloc(arena, parts.count * sizeof *list);
  if (!status && !list)
    status = IMS_NOMEM;
  if (!status && parts.count)
    memcpy(list, parts.data, parts.count * sizeof *list);
  if (!status)
    status = imsi_vec_push(patterns, &(imsi_word_pattern){ copy, list, parts.count, *copy == '!' });
  imsi_vec_free(&parts);
  return status;
}

static ims_status read_patterns(imsi_arena *arena, const char *text, imsi_vec *patterns)
{
  while (*(text += strspn(text, " \t\r\n"))) {
    const size_t size = strcspn(text, " \t\r\n");
    IMS_TRY(read_pattern(arena, text, size, patterns));
    text += size;
  }
  return IMS_OK;
}

ims_status imsi_word_list_read(imsi_arena *arena, const char *text, imsi_word_list *list)
{
  imsi_vec patterns = IMSI_VEC(imsi_word_pattern);
  ims_status status = read_patterns(arena, text, &patterns);
  const size_t size = patterns.count * sizeof(imsi_word_pattern);
  imsi_word_pattern *copy = status ? NULL : imsi_arena_alloc(arena, size);
  if (!status && !copy)
    status = IMS_NOMEM;
  if (!status) {
    if (size)
      memcpy(copy, patterns.data, size);
    *list = (imsi_word_list){ copy, patterns.count };
  }
  imsi_vec_free(&patterns);
  return status;
}

/* ---- looking ---- */

static bool has_word(const imsi_vec *words, const char *wanted)
{
  const bool inside = strlen(wanted) >= LEAST_INSIDE;
  for (size_t i = 0; i < words->count; i++) {
    const char *word = IMSI_AT(const char *, words, i);
    if (inside ? strstr(word, wanted) != NULL : strcmp(word, wanted) == 0)
      return true;
  }
  return false;
}

static bool has_all(const imsi_vec *words, const imsi_word_pattern *pattern)
{
  for (size_t i = 0; i < pattern->count; i++)
    if (!has_word(words, pattern->parts[i]))
      return false;
  return pattern->count > 0; /* `-` has no word, and is in no title */
}

ims_status imsi_word_list_count(const imsi_word_list *list, const imsi_vec *words, imsi_vec *found, size_t *count)
{
  size_t there = 0, ruled_out = 0;
  *count = 0;
  for (size_t i = 0; i < list->count; i++) {
    const imsi_word_pattern *pattern = &list->patterns[i];
    ruled_out += pattern->ruled_out;
    if (!has_all(words, pattern))
      continue;
    if (pattern->ruled_out)
      return IMS_OK;
    there++;
    if (found)
      IMS_TRY(imsi_vec_push(found, &pattern->text));
  }
  *count = ruled_out && ruled_out == list->count ? 1 : there;
  return IMS_OK;
}
