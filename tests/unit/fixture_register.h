/** Registers from a few lines, without a reader:

    static const char *const lines[] = {
      "system id=ISMS edition=b:1",
      "document id=D1 title=Policy kind=document clauses=b:1/5.2,b:1/5.3 systems=ISMS",
    };
    ims_register *evidence = fixture_register(model, lines, sizeof lines / sizeof *lines);

    A value ends with the next ` key=`; lists, clauses and systems have commas between their parts. A clause with "~"
    before it does not say itself which edition is meant. */
#ifndef FIXTURE_REGISTER_H
#define FIXTURE_REGISTER_H

#include "ims/report.h"
#include "model/register_build.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

enum { FIXTURE_CELL = 1024 };

/** What a clause of an entry is called until all systems are known. */
typedef struct fixture_cell {
  ims_entry entry;
  ims_field field;
  char text[FIXTURE_CELL];
  uint32_t line;
} fixture_cell;

static inline ims_field fixture_field(const char *key, size_t size)
{
  int field = 0;
  while (field < IMS_FIELD_COUNT &&
         (strlen(ims_field_key((ims_field)field)) != size || memcmp(ims_field_key((ims_field)field), key, size) != 0))
    field++;
  cr_assert_neq(field, IMS_FIELD_COUNT, "no field %.*s", (int)size, key);
  return (ims_field)field;
}

static inline int32_t fixture_number(ims_field field, const char *text)
{
  if (ims_field_kind_of(field) != IMS_HOLDS_WORD)
    return (int32_t)strtol(text, NULL, 10); /* a day as yyyymmdd */
  for (int value = 1; *ims_field_word(field, value); value++)
    if (strcmp(ims_field_word(field, value), text) == 0)
      return value;
  cr_assert(false, "no word %s", text);
  return 0;
}

static inline size_t fixture_parts(char *text, const char **parts)
{
  size_t count = 0;
  for (char *at = strtok(text, ","); at; at = strtok(NULL, ","))
    parts[count++] = at;
  return count;
}

static inline void fixture_value(ims_register *evidence, const fixture_cell *cell)
{
  char copy[FIXTURE_CELL];
  const char *parts[32];
  const size_t size = strlen(cell->text);
  const uint32_t column = (uint32_t)cell->field + 1;
  switch (ims_field_kind_of(cell->field)) {
  case IMS_HOLDS_LIST:
    strcpy(copy, cell->text);
    cr_assert_eq(imsi_register_list(evidence, cell->field, cell->text, size, parts, fixture_parts(copy, parts),
                                    cell->line, column),
                 IMS_OK);
    break;
  case IMS_HOLDS_DAY:
  case IMS_HOLDS_NUMBER:
  case IMS_HOLDS_WORD:
    cr_assert_eq(imsi_register_value(evidence, cell->field, cell->text, size, fixture_number(cell->field, cell->text),
                                     cell->line, column),
                 IMS_OK);
    break;
  default:
    cr_assert_eq(imsi_register_value(evidence, cell->field, cell->text, size, 0, cell->line, column), IMS_OK);
  }
}

static inline size_t fixture_line(ims_register *evidence, const char *line, uint32_t number, fixture_cell *cells)
{
  int kind = 0;
  size_t size = strcspn(line, " "), count = 0;
  while (kind < IMS_ENTRY_KIND_COUNT && (strlen(ims_entry_kind_key((ims_entry_kind)kind)) != size ||
                                         memcmp(ims_entry_kind_key((ims_entry_kind)kind), line, size) != 0))
    kind++;
  cr_assert_neq(kind, IMS_ENTRY_KIND_COUNT, "no kind %s", line);
  ims_entry entry;
  cr_assert_eq(imsi_register_entry(evidence, (ims_entry_kind)kind, 0, number, 1, &entry), IMS_OK);
  for (line += size; *line; line += size) {
    line += *line == ' ';
    const char *equals = strchr(line, '=');
    cr_assert_not_null(equals);
    fixture_cell *cell = &cells[count++];
    *cell = (fixture_cell){ .entry = entry, .field = fixture_field(line, (size_t)(equals - line)), .line = number };
    const char *next = strchr(equals + 1, '=');
    size_t end = strlen(equals + 1);
    while (next && *next != ' ')
      end = (size_t)(--next - equals) - 1;
    cr_assert_lt(end, FIXTURE_CELL, "a cell is too long for the fixture");
    memcpy(cell->text, equals + 1, end);
    size = (size_t)(equals + 1 - line) + end;
    fixture_value(evidence, cell);
  }
  return count;
}

static inline void fixture_system(const ims_model *model, ims_register *evidence, const fixture_cell *cell)
{
  const ims_edition *edition = ims_edition_find(model, cell->text, strlen(cell->text));
  cr_assert_not_null(edition);
  cr_assert_eq(
      imsi_register_system(evidence, cell->entry, ims_entry_text(evidence, cell->entry, IMS_FIELD_ID), edition),
      IMS_OK);
}

static inline void fixture_named_systems(ims_register *evidence, const fixture_cell *cell)
{
  char copy[FIXTURE_CELL];
  const char *parts[32];
  size_t count;
  ims_systems named = 0;
  const ims_system *systems = ims_register_systems(evidence, &count);
  const size_t part_count = fixture_parts(strcpy(copy, cell->text), parts);
  for (size_t i = 0; i < part_count; i++)
    for (size_t k = 0; k < count; k++)
      if (strcmp(systems[k].id, parts[i]) == 0)
        named |= (ims_systems)1 << k;
  imsi_register_name_systems(evidence, cell->entry, named);
}

/** Another edition of the standard in which the clause is; NULL if there is none. */
static inline const ims_edition *fixture_elsewhere(const ims_model *model, const ims_edition *edition,
                                                   const char *clause)
{
  const size_t size = edition ? strcspn(edition->id, ":") : 0;
  for (size_t i = 0; size && i < ims_edition_count(model); i++) {
    const ims_edition *other = ims_edition_at(model, i);
    if (strcspn(other->id, ":") == size && memcmp(other->id, edition->id, size) == 0 &&
        ims_node_find(model, other, clause, strlen(clause)).index != IMS_NO_NODE)
      return other;
  }
  return NULL;
}

static inline void fixture_claims(const ims_model *model, ims_register *evidence, const fixture_cell *cell)
{
  static const ims_diag_sink nobody = { NULL, NULL };
  char copy[FIXTURE_CELL];
  const char *parts[32];
  const size_t count = fixture_parts(strcpy(copy, cell->text), parts);
  const int coverage = ims_entry_word(evidence, cell->entry, IMS_FIELD_COVERAGE);
  for (size_t i = 0; i < count; i++) {
    const bool dated = *parts[i] != '~';
    parts[i] += !dated;
    const char *slash = strchr(parts[i], '/');
    ims_claim claim = { .entry = cell->entry,
                        .text = slash ? slash + 1 : parts[i],
                        .edition = ims_edition_find(model, parts[i], slash ? (size_t)(slash - parts[i]) : 0),
                        .node = { IMS_NO_NODE },
                        .dated = dated && slash,
                        .confirmed = coverage != IMS_CLAIM_PROPOSED,
                        .coverage = coverage == IMS_CLAIM_PARTIAL ? IMS_CLAIM_PARTIAL : IMS_CLAIM_FULL,
                        .pos = ims_entry_pos(evidence, cell->entry, IMS_FIELD_CLAUSES) };
    if (ims_find_node(model, NULL, parts[i], nobody, &claim.node))
      claim.node.index = IMS_NO_NODE;
    if (claim.node.index == IMS_NO_NODE)
      claim.elsewhere = fixture_elsewhere(model, claim.edition, claim.text);
    cr_assert_eq(imsi_register_text(evidence, claim.text, strlen(claim.text), &claim.text), IMS_OK);
    cr_assert_eq(imsi_register_claim(evidence, &claim), IMS_OK);
  }
}

/** Makes a register of `count` lines in the file "register"; the place of a field is its line and its number from 1. */
static inline ims_register *fixture_register(const ims_model *model, const char *const *lines, size_t count)
{
  ims_register *evidence = NULL;
  uint32_t sheet;
  size_t cell_count = 0;
  fixture_cell *cells = calloc(count * 24 + 1, sizeof *cells);
  cr_assert_not_null(cells);
  cr_assert_eq(imsi_register_new(model, &evidence), IMS_OK);
  const ims_sheet file = { .file = "register", .name = "", .kind = IMS_ENTRY_DOCUMENT, .how = "", .edition = "" };
  cr_assert_eq(imsi_register_sheet(evidence, &file, &sheet), IMS_OK);
  for (uint32_t i = 0; i < count; i++)
    cell_count += fixture_line(evidence, lines[i], i + 1, cells + cell_count);
  for (size_t i = 0; i < cell_count; i++)
    if (cells[i].field == IMS_FIELD_EDITION)
      fixture_system(model, evidence, &cells[i]);
  for (size_t i = 0; i < cell_count; i++)
    if (cells[i].field == IMS_FIELD_SYSTEMS)
      fixture_named_systems(evidence, &cells[i]);
    else if (cells[i].field == IMS_FIELD_CLAUSES)
      fixture_claims(model, evidence, &cells[i]);
  cr_assert_eq(imsi_register_finish(evidence), IMS_OK);
  free(cells);
  return evidence;
}

#endif
