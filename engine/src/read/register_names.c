/* What people call standards and systems. */

#include "base/utf8.h"
#include "model/editions.h"
#include "read/register_internal.h"

#include <string.h>

static bool is_digit(char c)
{
  return c >= '0' && c <= '9';
}

/* `20000` is what people call its first part. */
static const ims_edition *default_or_first_part(const ims_model *model, const char *number, size_t size)
{
  char first_part[32];
  const ims_edition *edition = imsi_edition_usual(model, number, size);
  if (edition || size + 2 >= sizeof first_part)
    return edition;
  memcpy(first_part, number, size);
  memcpy(first_part + size, "-1", 2);
  return imsi_edition_usual(model, first_part, size + 2);
}

static const ims_edition *of_year(const ims_model *model, const char *number, size_t size, const char *year)
{
  char id[40];
  if (size + 5 >= sizeof id)
    return NULL;
  memcpy(id, number, size);
  id[size] = ':';
  memcpy(id + size + 1, year, 4);
  return ims_edition_find(model, id, size + 5);
}

static size_t digits_at(const char *text, size_t size)
{
  size_t count = 0;
  while (count < size && is_digit(text[count]))
    count++;
  return count;
}

static bool is_letter(char c)
{
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Letters, blanks and slashes: "ISO/IEC ", "DIN EN ISO". */
static size_t publisher(const char *text, size_t size)
{
  size_t length = 0;
  while (length < size && (is_letter(text[length]) || strchr(" /-", text[length])))
    length++;
  return length;
}

/* A number, with its part, and perhaps the year behind a colon or a hyphen. */
static const ims_edition *numbered(const ims_model *model, const char *text, size_t size, bool *dated)
{
  size_t number = digits_at(text, size);
  if (number < 4)
    return NULL;
  size_t at = number;
  if (at < size && text[at] == '-') {
    const size_t part = digits_at(text + at + 1, size - at - 1);
    if (part == 1 || part == 2)
      number = at += 1 + part;
  }
  if (at == size)
    return default_or_first_part(model, text, number);
  while (at < size && text[at] == ' ')
    at++;
  if (at == size || !strchr(":-", text[at]))
    return NULL;
  at++;
  while (at < size && text[at] == ' ')
    at++;
  const bool month = size == at + 7 && text[at + 4] == '-' && digits_at(text + at + 5, 2) == 2;
  if (digits_at(text + at, size - at) != 4 || (at + 4 != size && !month))
    return NULL;
  *dated = true;
  return of_year(model, text, number, text + at);
}

/* "COBIT 2019": the name of an edition as it stands. */
static const ims_edition *of_name(const ims_model *model, const char *text, size_t size)
{
  for (size_t i = 0; i < ims_edition_count(model); i++) {
    const ims_edition *edition = ims_edition_at(model, i);
    if (strlen(edition->name) == size && memcmp(edition->name, text, size) == 0)
      return edition;
  }
  return NULL;
}

const ims_edition *imsi_named_edition(const ims_model *model, const char *text, size_t size, bool *dated)
{
  const ims_edition *edition = ims_edition_find(model, text, size);
  *dated = edition != NULL;
  if (!edition)
    edition = imsi_edition_usual(model, text, size);
  if (edition)
    return edition;
  edition = of_name(model, text, size);
  *dated = edition != NULL;
  if (edition)
    return edition;
  edition = imsi_edition_printed(model, text, size);
  *dated = edition != NULL;
  if (edition)
    return edition;
  const size_t skipped = publisher(text, size);
  return numbered(model, text + skipped, size - skipped, dated);
}

/* ---- systems ---- */

/* What people call management systems, in small letters, and the standards that these are built on. */
static const struct {
  const char *words, *standard;
} system_words[] = {
  { "qms|qm|quality|quality management|qualität|qualitaet|qualitätsmanagement|qualité|calidad|smq|sgc", "9001" },
  { "sms|itsms|itsm|service management|servicemanagement|service|services|sgs|sgsti|sgsit", "20000-1" },
  { "isms|information security|informationssicherheit|sécurité de l'information|seguridad de la información|smsi|sgsi",
    "27001" },
};

static const char all_words[] =
    "all|all systems|ims|integrated|*|alle|alle systeme|integriert|tous|tous les systèmes|smi|"
    "todos|todas|sgi";

bool imsi_is_among(const char *list, const char *word, size_t size)
{
  for (; *list; list += *list == '|') {
    const size_t length = strcspn(list, "|");
    if (length == size && memcmp(list, word, size) == 0)
      return true;
    list += length;
  }
  return false;
}

bool imsi_means_all_systems(const char *folded)
{
  return *folded && imsi_is_among(all_words, folded, strlen(folded));
}

const ims_edition *imsi_edition_of_system_word(const ims_model *model, const char *folded)
{
  for (size_t i = 0; i < sizeof system_words / sizeof *system_words; i++)
    if (*folded && imsi_is_among(system_words[i].words, folded, strlen(folded)))
      return imsi_edition_usual(model, system_words[i].standard, strlen(system_words[i].standard));
  return NULL;
}
