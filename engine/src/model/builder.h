/**
 * Takes what readers find and makes a model of it.
 *
 * Two phases: rows first, references later, so files come in any order. Layers: what is read in a later layer replaces
 * what an earlier layer holds under the same id (a whole edition, a whole mapping); inside one layer an id occurs once.
 */
#ifndef IMSI_BUILDER_H
#define IMSI_BUILDER_H

#include "base/diag.h"
#include "model/raw.h"

typedef struct imsi_builder imsi_builder;

/** Hierarchies are walked by recursion: they must not be deeper than this. */
enum { IMSI_CLAUSE_DEPTH = 64, IMSI_ITEM_DEPTH = 8 };

/** A new builder that reports to `reporter`, which is borrowed and must outlive it. IMS_NOMEM. */
ims_status imsi_builder_new(imsi_reporter *reporter, imsi_builder **builder);

/** Gives everything up. Accepts NULL. */
void imsi_builder_free(imsi_builder *builder);

/** Registers a file under the name that messages show. IMS_NOMEM. */
ims_status imsi_builder_file(imsi_builder *builder, const char *name, uint32_t *file);

/** Opens the next layer. */
void imsi_builder_layer(imsi_builder *builder);

/** The symbol of a string, whether a string is that of a symbol, the string of a symbol, and the position of a place as
 * diagnostics want it. */
ims_status imsi_builder_symbol(imsi_builder *builder, const char *text, size_t size, imsi_symbol *symbol);
bool imsi_builder_is(const imsi_builder *builder, imsi_symbol symbol, const char *text, size_t size);
const char *imsi_builder_text(const imsi_builder *builder, imsi_symbol symbol);
ims_pos imsi_builder_pos(const imsi_builder *builder, imsi_place place);

/** Each of these adds one thing and gives its index where others refer to it. All return IMS_OK, IMS_NOMEM or
 * IMS_LIMIT. */
ims_status imsi_builder_edition(imsi_builder *builder, const imsi_raw_edition *edition, uint32_t *index);
/** Adds a node to the edition begun last; parts come after what they belong to. A name that is there is reported. */
ims_status imsi_builder_node(imsi_builder *builder, const imsi_raw_node *node, uint32_t *index);
/** The node of that name in the edition begun last, else IMS_NO_NODE. */
uint32_t imsi_builder_find(const imsi_builder *builder, imsi_symbol name);
/** Sets the own words of a node. */
void imsi_builder_set_text(imsi_builder *builder, uint32_t node, imsi_symbol text);
/** How deep `node` (IMS_NO_NODE allowed) is nested in items of that provision: 1 for an item of its own, 0 for what is
   no item of it. Cost: O(IMSI_ITEM_DEPTH). */
int imsi_builder_item_depth(const imsi_builder *builder, uint32_t node, uint32_t provision);
/** Ends the edition begun last: parents are looked up, cycles and too deep hierarchies reported. */
ims_status imsi_builder_edition_end(imsi_builder *builder);
/** Ends the edition begun last where its file breaks off, silently: its clauses belong to nothing. */
void imsi_builder_edition_break_off(imsi_builder *builder);
/** `texts` may be NULL. A row with an empty source or target symbol is a verdict, one with both and no relation is
    guidance. */
ims_status imsi_builder_row(imsi_builder *builder, const imsi_raw_row *row, const imsi_raw_row_text *texts);
ims_status imsi_builder_note(imsi_builder *builder, imsi_owner kind, const imsi_raw_note *note);
ims_status imsi_builder_duty(imsi_builder *builder, const imsi_raw_duty *duty);
ims_status imsi_builder_amendment(imsi_builder *builder, const imsi_raw_amendment *amendment);
/** Adds a unit other than an edition, by its head: the first member of the record that `kind` says. `index` may be
    NULL. */
ims_status imsi_builder_unit(imsi_builder *builder, imsi_unit_kind kind, const imsi_unit *unit, uint32_t *index);
/** Sets gist and notes of a unit; 0 leaves what is there. */
void imsi_builder_set_unit(imsi_builder *builder, imsi_unit_kind kind, uint32_t index, imsi_symbol text,
                           imsi_symbol note);
/** Adds a part to the unit begun last of its kind: the record that `kind` says. */
ims_status imsi_builder_part(imsi_builder *builder, imsi_part_kind kind, const void *part);
ims_status imsi_builder_overlay(imsi_builder *builder, const imsi_raw_link *overlay);
ims_status imsi_builder_review(imsi_builder *builder, const imsi_raw_review *review, uint32_t *index);
ims_status imsi_builder_decision(imsi_builder *builder, const imsi_raw_decision *decision);

/**
 * Looks up every reference, checks what only the whole can show, and hands the model over.
 *
 * @return IMS_OK; IMS_INVALID if any error was reported, now or before: then there is no model; IMS_NOMEM.
 * The builder is spent in every case: only imsi_builder_free may follow. Cost: O(everything).
 */
ims_status imsi_builder_finish(imsi_builder *builder, ims_model **model);

#endif
