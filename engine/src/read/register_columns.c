/* What the headers of columns and the names of sheets mean. */

#include "base/try.h"
#include "read/register_sheet_internal.h"

#include <stdlib.h>
#include <string.h>

enum { ANY = -1 };

enum { WEIGHT_OWN = 4, WEIGHT_SHARED = 1, WEIGHT_NAME = 12, WEIGHT_TITLE = 100 };

static const struct {
  ims_entry_kind kind;
  ims_field field;
  const char *names;
} own_columns[] = {
#define IMSI_COLUMN(kind, field, names) { IMS_ENTRY_##kind, IMS_FIELD_##field, names },
#define IMSI_COLUMN_ANY(field, names)
#include "read/register_columns.def"
};

static const struct {
  ims_field field;
  const char *names;
} any_columns[] = {
#define IMSI_COLUMN(kind, field, names)
#define IMSI_COLUMN_ANY(field, names) { IMS_FIELD_##field, names },
#include "read/register_columns.def"
};

static const imsi_column_meaning nothing = { IMS_FIELD_COUNT, "the name is not known", 0, false };

/* ---- columns ---- */

static bool is_word_character(char c)
{
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/* True if a title of our own, in ASCII, is `plain` as imsi_utf8_plain would make it. */
static bool is_plain_of(const char *title, const char *plain)
{
  for (; *title && *plain; plain++) {
    if (*plain == ' ') {
      while (*title && !is_word_character(*title))
        title++;
      continue;
    }
    const char small = *title >= 'A' && *title <= 'Z' ? (char)(*title + ('a' - 'A')) : *title;
    if (small != *plain)
      return false;
    title++;
  }
  return !*title && !*plain;
}

bool imsi_kind_has_field(ims_entry_kind kind, ims_field field)
{
  size_t count;
  const ims_field *fields = ims_entry_kind_fields(kind, &count);
  for (size_t i = 0; i < count; i++)
    if (fields[i] == field)
      return true;
  return false;
}

/* The titles and keys that the program itself gives. */
static ims_field of_own_title(const char *plain, ims_entry_kind kind)
{
  size_t count;
  const ims_field *fields = ims_entry_kind_fields(kind, &count);
  for (size_t i = 0; i < count; i++)
    if (is_plain_of(ims_field_title(fields[i]), plain))
      return fields[i];
  for (size_t i = 0; i < count; i++)
    if (is_plain_of(ims_field_key(fields[i]), plain))
      return fields[i];
  return IMS_FIELD_COUNT;
}

/* ---- the names as a table ---- */

static int compare_named(const void *a, const void *b)
{
  const imsi_named_column *x = a, *y = b;
  const int order = (x->name > y->name) - (x->name < y->name);
  return order ? order : (x->order > y->order) - (x->order < y->order);
}

static ims_status add_names(ims_register_reader *reader, int kind, ims_field field, const char *names)
{
  for (; *names; names += *names == '|') {
    const size_t size = strcspn(names, "|");
    imsi_named_column column = { .kind = kind, .field = field, .order = (uint32_t)reader->column_meanings.count };
    IMS_TRY(imsi_intern_put(&reader->column_names, names, size, &column.name));
    IMS_TRY(imsi_vec_push(&reader->column_meanings, &column));
    names += size;
  }
  return IMS_OK;
}

ims_status imsi_columns_prepare(ims_register_reader *reader)
{
  if (reader->column_meanings.count)
    return IMS_OK;
  for (size_t i = 0; i < sizeof own_columns / sizeof *own_columns; i++)
    IMS_TRY(add_names(reader, (int)own_columns[i].kind, own_columns[i].field, own_columns[i].names));
  for (size_t i = 0; i < sizeof any_columns / sizeof *any_columns; i++)
    IMS_TRY(add_names(reader, ANY, any_columns[i].field, any_columns[i].names));
  qsort(reader->column_meanings.data, reader->column_meanings.count, sizeof(imsi_named_column), compare_named);
  return IMS_OK;
}

/* The first meaning of a name; those after it of the same name follow. */
static size_t first_meaning(const imsi_vec *meanings, imsi_symbol name)
{
  size_t low = 0, high = meanings->count;
  while (low < high) {
    const size_t middle = low + (high - low) / 2;
    if (IMSI_AT(imsi_named_column, meanings, middle).name < name)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

imsi_column_meaning imsi_column_mean(const ims_register_reader *reader, const char *plain, ims_entry_kind kind)
{
  const imsi_vec *meanings = &reader->column_meanings;
  const imsi_symbol name = imsi_intern_find(&reader->column_names, plain, strlen(plain));
  const size_t first = name == IMSI_NO_SYMBOL ? meanings->count : first_meaning(meanings, name);
  imsi_column_meaning own_meaning = nothing, any = nothing;
  int weight = WEIGHT_OWN; /* unless others call something else so */
  for (size_t i = first; i < meanings->count && IMSI_AT(imsi_named_column, meanings, i).name == name; i++) {
    const imsi_named_column *column = &IMSI_AT(imsi_named_column, meanings, i);
    if (column->kind != (int)kind)
      weight = WEIGHT_SHARED;
    if (column->kind == (int)kind && own_meaning.field == IMS_FIELD_COUNT)
      own_meaning = (imsi_column_meaning){ column->field, "name", 0, false };
    if (column->kind == ANY && any.field == IMS_FIELD_COUNT && imsi_kind_has_field(kind, column->field))
      any = (imsi_column_meaning){ column->field, "name", WEIGHT_SHARED, false };
  }
  own_meaning.weight = weight;
  if (own_meaning.field != IMS_FIELD_COUNT)
    return own_meaning;
  const ims_field own = *plain ? of_own_title(plain, kind) : IMS_FIELD_COUNT;
  return own == IMS_FIELD_COUNT ? any : (imsi_column_meaning){ own, "name", WEIGHT_SHARED, false };
}

/* ---- headers that name a standard ---- */

bool imsi_only_clause_words(const char *plain)
{
  static const char words[] =
      "iso|iec|din|en|bs|une|nf|nbr|uni|onorm|sn|tr|ts|amd|annex|anhang|annexe|anexo|a|clause|clauses|control|controls|"
      "reference|references|ref|section|sections|requirement|requirements|chapter|number|no|id|standard|kapitel|"
      "abschnitt|"
      "abschnitte|klausel|klauseln|norm|normkapitel|massnahme|massnahmen|anforderung|anforderungen|nr|chapitre|"
      "chapitres|"
      "exigence|exigences|mesure|mesures|norme|apartado|apartados|clausula|clausulas|requisito|requisitos|norma|numero|"
      "the|of|der|des|de|la|los|mapping|relevant|related|of|and|und|et|y";
  for (const char *word = plain; *word; word += *word == ' ') {
    const size_t size = strcspn(word, " ");
    const bool number = *word >= '0' && *word <= '9';
    const bool joined = size > 3 && memcmp(word, "iso", 3) == 0 && word[3] >= '0' && word[3] <= '9';
    if (!number && !joined && !imsi_is_among(words, word, size))
      return false;
    word += size;
  }
  return true;
}

bool imsi_speaks_of_clauses(const char *plain)
{
  static const char words[] = "clause|clauses|section|sections|chapter|kapitel|abschnitt|abschnitte|klausel|klauseln|"
                              "normkapitel|chapitre|chapitres|apartado|apartados|clausula|clausulas";
  for (size_t size; *plain; plain += size + (plain[size] == ' ')) {
    size = strcspn(plain, " ");
    if (imsi_is_among(words, plain, size))
      return true;
  }
  return false;
}

/* ---- sheets ---- */

/* Words in the name of a sheet that tell its kind. */
static const struct {
  ims_entry_kind kind;
  const char *words;
} hints[] = {
  { IMS_ENTRY_ORGANIZATION, "organization|organisation|company|unternehmen|entreprise|empresa|organizacion" },
  { IMS_ENTRY_SYSTEM, "systems|system|systeme|managementsysteme|systemes|sistemas" },
  { IMS_ENTRY_DOCUMENT,
    "documents|document|policies|records|evidence|master list|document "
    "list|register|dokumente|dokumentenliste|dokumentenregister|"
    "nachweise|dokumentenlenkung|vorgaben|documentation|preuves|enregistrements|documentos|evidencias|registros|"
    "lista maestra" },
  { IMS_ENTRY_PROCESS, "processes|process|process map|prozesse|prozesslandkarte|prozess|processus|procesos" },
  { IMS_ENTRY_CONTROL,
    "soa|statement of applicability|annex a|controls|anwendbarkeit|anwendbarkeitserklarung|erklarung zur anwendbarkeit|"
    "massnahmen anhang a|declaration d applicabilite|dda|declaracion de aplicabilidad|controles" },
  { IMS_ENTRY_EXCLUSION, "not applicable|exclusions|exclusion|non applicability|nicht "
                         "anwendbar|ausschlusse|ausschluss|non applicable|no aplicable|"
                         "exclusiones" },
  { IMS_ENTRY_AUDIT,
    "audit programme|audit program|audits|audit plan|audit schedule|auditprogramm|auditplan|programme d audit|"
    "programa de auditoria|programa de auditorias|auditorias" },
  { IMS_ENTRY_AUDITOR, "auditors|auditoren|auditeurs|auditores" },
  { IMS_ENTRY_AGENDA,
    "review agenda|management review|agenda|managementbewertung|revue de direction|revision por la direccion" },
  { IMS_ENTRY_FINDING, "findings|nonconformities|non conformities|nc|ncs|capa|corrective "
                       "actions|issues|abweichungen|feststellungen|massnahmenliste|"
                       "korrekturmassnahmen|constats|non conformites|actions correctives|hallazgos|no conformidades" },
  { IMS_ENTRY_OBJECTIVE, "objectives|goals|targets|ziele|objectifs|objetivos" },
  { IMS_ENTRY_PARTY,
    "other parties|parties|suppliers|vendors|lieferanten|andere parteien|parteien|fournisseurs|parties|proveedores" },
};

/* True if the words of a list stand in the name as whole words. */
static bool names_one_of(const char *name, const char *list)
{
  for (; *list; list += *list == '|') {
    const size_t size = strcspn(list, "|");
    for (const char *at = name; *at; at += strcspn(at, " "), at += *at == ' ')
      if (strncmp(at, list, size) == 0 && (at[size] == ' ' || !at[size]))
        return true;
    list += size;
  }
  return false;
}

int imsi_kind_hint(const char *plain_name, ims_entry_kind kind)
{
  if (is_plain_of(ims_entry_kind_title(kind), plain_name) || is_plain_of(ims_entry_kind_key(kind), plain_name))
    return WEIGHT_TITLE;
  for (size_t i = 0; i < sizeof hints / sizeof *hints; i++)
    if (hints[i].kind == kind && names_one_of(plain_name, hints[i].words))
      return WEIGHT_NAME;
  return 0;
}

bool imsi_sheet_for_people(const char *plain_name)
{
  return imsi_is_among(
      "read me|readme|lies mich|liesmich|lisez moi|leame|instructions|anleitung|help|hilfe|lists|listen|cover|"
      "deckblatt|version history|change history|anderungshistorie|legend|legende|leyenda",
      plain_name, strlen(plain_name));
}
