/**
 * Building registers: sheets, their entries and values in the order of reading, then systems and claims.
 *
 * Every text is copied. IMS_NOMEM; IMS_LIMIT past 2^32 - 2 of anything. What was built so far stays usable for more
 * after a failure, and is released with ims_register_free.
 */
#ifndef IMSI_REGISTER_BUILD_H
#define IMSI_REGISTER_BUILD_H

#include "ims/register.h"

/** Makes an empty register. `model` is borrowed as long as it lives. */
ims_status imsi_register_new(const ims_model *model, ims_register **evidence);

/** A copy of a text that lives as long as the register; equal texts are the same pointer. */
ims_status imsi_register_text(ims_register *evidence, const char *text, size_t size, const char **copy);

/** Adds a sheet with its columns, of which `sheet` gets the index: texts are copied, static ones aside. */
ims_status imsi_register_sheet(ims_register *evidence, const ims_sheet *given, uint32_t *sheet);

/** The sheet, to count in until the register is finished: the counts of it and of its columns may be changed. */
ims_sheet *imsi_register_sheet_at(ims_register *evidence, uint32_t sheet);
ims_sheet_column *imsi_register_column_at(ims_register *evidence, uint32_t sheet, size_t column);

/** Adds an entry; its values follow, before the next. Line and column as in ims_pos. */
ims_status imsi_register_entry(ims_register *evidence, ims_entry_kind kind, uint32_t sheet, uint32_t line,
                               uint32_t column, ims_entry *entry);

/** What a field of the last entry says. `number` is a day, a number or a word, by the kind of the field: 0 (for a
    number -1) if it was not understood. A field that was given before is replaced. */
ims_status imsi_register_value(ims_register *evidence, ims_field field, const char *text, size_t size, int32_t number,
                               uint32_t line, uint32_t column);

/** The same for a list: its parts, `count` texts. */
ims_status imsi_register_list(ims_register *evidence, ims_field field, const char *text, size_t size,
                              const char *const *parts, size_t count, uint32_t line, uint32_t column);

/** Sets what a field of an entry, the last one or one before, is understood as; it has to be there. */
void imsi_register_understand(ims_register *evidence, ims_entry entry, ims_field field, int32_t number);

/** Takes the last entry back, with its values. */
void imsi_register_drop(ims_register *evidence);

/** Keeps a problem; file, sheet and text are copied. */
ims_status imsi_register_problem(ims_register *evidence, const ims_problem *problem);

/* ---- once all entries are there ---- */

/** Adds a system; IMS_LIMIT past IMS_SYSTEMS_MAX. */
ims_status imsi_register_system(ims_register *evidence, ims_entry entry, const char *id, const ims_edition *edition);

/** The systems that an entry itself names. */
void imsi_register_name_systems(ims_register *evidence, ims_entry entry, ims_systems systems);

/** Adds a claim; the entries of claims come in order. Its texts, those of its place too, are the model's or the
    register's own: imsi_register_text gives them. */
ims_status imsi_register_claim(ims_register *evidence, const ims_claim *claim);

/** Finds what follows from all: systems that nobody listed, the systems of entries that name none, orders to look up
    in. Nothing may be added afterwards. Cost: O(n log n). */
ims_status imsi_register_finish(ims_register *evidence);

#endif
