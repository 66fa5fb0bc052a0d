#include "base/try.h"
#include "model/freeze.h"

#include <stdlib.h>
#include <string.h>

/* ---- the ends of a row ---- */

/* A row that points into an edition which a later layer replaced is left out with a warning, not an error. */
static bool edition_is_newer(const imsi_builder *builder, const imsi_raw_row *row, const ims_edition *edition)
{
  const uint32_t raw = imsi_freeze_raw_edition(builder, edition);
  return imsi_freeze_edition_at(builder, raw)->unit.layer > imsi_freeze_mapping_at(builder, row->mapping)->unit.layer;
}

/* The rows of one mapping that were left out, and the first name that is gone. */
typedef struct replaced {
  size_t count;
  imsi_symbol first;
} replaced;

/* Turns the symbol at `*end` into a node; false if there is none. The symbol 0 stands for "no node" of a verdict. */
static bool resolve_end(imsi_builder *builder, const imsi_raw_row *row, const char *what, const ims_edition *edition,
                        uint32_t *end, replaced *left_out)
{
  const imsi_symbol name = *end;
  if (!name) {
    *end = IMS_NO_NODE;
    return true;
  }
  *end = imsi_freeze_find(builder->model, imsi_freeze_raw_edition(builder, edition), name);
  if (*end != IMS_NO_NODE)
    return true;
  if (!edition_is_newer(builder, row, edition))
    imsi_freeze_unknown(builder, row->place, what, edition, name);
  else if (!left_out->count++)
    left_out->first = name;
  return false;
}

/* Said once for a mapping: whoever replaces an edition by a shorter one would drown in it. */
static void report_left_out(imsi_builder *builder, uint32_t raw_mapping, const char *what, const replaced *left_out)
{
  const imsi_raw_mapping *mapping = imsi_freeze_mapping_at(builder, raw_mapping);
  imsi_strbuf count = { 0 };
  if (!left_out->count)
    return;
  imsi_strbuf_number(&count, left_out->count);
  imsi_strbuf_text(&count, " ");
  imsi_strbuf_text(&count, what);
  imsi_strbuf_text(&count, left_out->count == 1 ? " is" : "s are");
  imsi_report(builder->reporter, IMS_DIAG_REPLACED_REFERENCE, imsi_builder_pos(builder, mapping->unit.place),
              imsi_strbuf_string(&count), imsi_freeze_text(builder, mapping->unit.id),
              imsi_freeze_text(builder, left_out->first), NULL);
  imsi_strbuf_free(&count);
}

/* Resolves all rows of `rows` in place and keeps those that stand. */
static void resolve(imsi_builder *builder, imsi_vec *rows, const char *what)
{
  ims_model *model = builder->model;
  size_t kept = 0;
  uint32_t current = IMS_NO_NODE; /* rows come mapping by mapping */
  replaced left_out = { 0, 0 };
  for (size_t i = 0; i < rows->count; i++) {
    imsi_raw_row row = IMSI_AT(imsi_raw_row, rows, i);
    const uint32_t index = IMSI_AT(uint32_t, &model->mapping_of, row.mapping);
    if (index == IMS_NO_NODE)
      continue; /* replaced, or its editions are unknown, which was said */
    const ims_mapping *mapping = &IMSI_AT(ims_mapping, &model->mappings, index);
    if (row.mapping != current) {
      if (current != IMS_NO_NODE)
        report_left_out(builder, current, what, &left_out);
      current = row.mapping;
      left_out = (replaced){ 0, 0 };
    }
    if (row.basis != imsi_freeze_mapping_at(builder, row.mapping)->basis) /* that was checked */
      imsi_freeze_check_basis(builder, row.place, row.basis);
    const bool source = resolve_end(builder, &row, what, mapping->source, &row.source, &left_out);
    const bool target = resolve_end(builder, &row, what, mapping->target, &row.target, &left_out);
    if (!source || !target)
      continue;
    row.mapping = index;
    IMSI_AT(imsi_raw_row, rows, kept++) = row;
  }
  if (current != IMS_NO_NODE)
    report_left_out(builder, current, what, &left_out);
  rows->count = kept;
}

/* ---- adjacency ---- */

static ims_status build_csr(const imsi_vec *all, size_t nodes, bool incoming, imsi_csr *csr)
{
  const imsi_raw_row *rows = all->data;
  csr->start = calloc(nodes + 2, sizeof *csr->start);
  csr->list = calloc(all->count + 1, sizeof *csr->list);
  if (!csr->start || !csr->list)
    return IMS_NOMEM;
  /* counted one place late, filled, and then every start stands where it belongs */
  for (size_t i = 0; i < all->count; i++)
    csr->start[(incoming ? rows[i].target : rows[i].source) + 2]++;
  for (size_t i = 2; all->count && i < nodes + 2; i++)
    csr->start[i] += csr->start[i - 1];
  for (uint32_t i = 0; i < all->count; i++)
    csr->list[csr->start[(incoming ? rows[i].target : rows[i].source) + 1]++] = i;
  return IMS_OK;
}

static ims_status build_verdicts(ims_model *model)
{
  static const uint32_t none = IMS_NO_NODE;
  if (!model->verdicts.count)
    return IMS_OK;
  IMS_TRY(imsi_vec_reserve(&model->verdict_of, model->nodes.count));
  IMS_TRY(imsi_vec_reserve(&model->verdict_next, model->verdicts.count));
  for (size_t i = 0; i < model->nodes.count; i++)
    IMS_TRY(imsi_vec_push(&model->verdict_of, &none));
  for (uint32_t i = 0; i < model->verdicts.count; i++) {
    const imsi_raw_row *row = &IMSI_AT(imsi_raw_row, &model->verdicts, i);
    uint32_t *head = &IMSI_AT(uint32_t, &model->verdict_of, row->source == IMS_NO_NODE ? row->target : row->source);
    IMS_TRY(imsi_vec_push(&model->verdict_next, head));
    *head = i;
  }
  return IMS_OK;
}

/* ---- checks ---- */

static const char *node_text(const imsi_builder *builder, uint32_t node)
{
  return imsi_freeze_text(builder, IMSI_AT(imsi_raw_node, &builder->model->nodes, node).name);
}

static bool belongs_to(const imsi_raw_node *nodes, uint32_t part, uint32_t whole)
{
  for (; part != IMS_NO_NODE; part = nodes[part].parent)
    if (part == whole)
      return true;
  return false;
}

static void check_ends(imsi_builder *builder, const imsi_raw_row *row)
{
  const imsi_raw_node *nodes = builder->model->nodes.data;
  const ims_node source = { row->source }, target = { row->target };
  const ims_pos pos = imsi_builder_pos(builder, row->place);
  const char *from = node_text(builder, row->source), *to = node_text(builder, row->target);
  if (row->source == row->target) {
    imsi_report(builder->reporter, IMS_DIAG_SELF_RELATION, pos, from, NULL, NULL, NULL);
  } else if (nodes[row->source].edition == nodes[row->target].edition) {
    if (belongs_to(nodes, row->source, row->target))
      imsi_report(builder->reporter, IMS_DIAG_NESTED_RELATION, pos, from, to, NULL, NULL);
    else if (belongs_to(nodes, row->target, row->source))
      imsi_report(builder->reporter, IMS_DIAG_NESTED_RELATION, pos, to, from, NULL, NULL);
  }
  if (ims_node_empty(builder->model, source) || ims_node_empty(builder->model, target))
    imsi_report(builder->reporter, IMS_DIAG_EMPTY_CLAUSE, pos, ims_node_empty(builder->model, source) ? from : to, NULL,
                NULL, NULL);
  const bool source_binds = ims_force_binds(ims_node_force(builder->model, source));
  const bool target_binds = ims_force_binds(ims_node_force(builder->model, target));
  if (source_binds != target_binds)
    imsi_report(builder->reporter, IMS_DIAG_MIXED_FORCE, pos, source_binds ? to : from, source_binds ? from : to, NULL,
                NULL);
}

/* Only guidance explains: a demand that is passed off as an explanation would be held against nobody. */
static void check_guidance(imsi_builder *builder, const imsi_raw_row *row)
{
  if (ims_node_force(builder->model, (ims_node){ row->source }) != IMS_GUIDANCE)
    imsi_report(builder->reporter, IMS_DIAG_NO_GUIDANCE, imsi_builder_pos(builder, row->place),
                node_text(builder, row->source), NULL, NULL, NULL);
  if (row->source == row->target)
    imsi_report(builder->reporter, IMS_DIAG_SELF_RELATION, imsi_builder_pos(builder, row->place),
                node_text(builder, row->source), NULL, NULL, NULL);
}

static void report_duplicate(imsi_builder *builder, const imsi_raw_row *row, const imsi_raw_row *first,
                             const char *what, const char *name)
{
  imsi_report(builder->reporter, IMS_DIAG_DUPLICATE, imsi_builder_pos(builder, row->place), what, name, NULL, NULL);
  imsi_report(builder->reporter, IMS_DIAG_FIRST_HERE, imsi_builder_pos(builder, first->place), name, NULL, NULL, NULL);
}

/* Inside one mapping a pair is stated once: per source, the last row that named each target is remembered. */
static ims_status check_duplicates(imsi_builder *builder, const imsi_vec *all, const imsi_csr *by_source,
                                   const char *what)
{
  const size_t nodes = builder->model->nodes.count;
  const imsi_raw_row *rows = all->data;
  uint32_t *last = malloc((nodes + 1) * sizeof *last);
  if (!last)
    return IMS_NOMEM;
  memset(last, 0xff, (nodes + 1) * sizeof *last);
  for (size_t node = 0; node < nodes; node++)
    for (uint32_t k = by_source->start[node]; k < by_source->start[node + 1]; k++) {
      const uint32_t row = by_source->list[k], target = rows[row].target;
      const uint32_t first = last[target];
      if (first != IMS_NO_NODE && rows[first].source == node && rows[first].mapping == rows[row].mapping)
        report_duplicate(builder, &rows[row], &rows[first], what, node_text(builder, target));
      else
        last[target] = row;
    }
  free(last);
  return IMS_OK;
}

static void check_verdicts(imsi_builder *builder)
{
  const ims_model *model = builder->model;
  const imsi_raw_row *verdicts = model->verdicts.data;
  for (uint32_t i = 0; i < model->verdicts.count; i++) {
    const bool of_source = verdicts[i].target == IMS_NO_NODE;
    const uint32_t node = of_source ? verdicts[i].source : verdicts[i].target;
    for (uint32_t k = IMSI_AT(uint32_t, &model->verdict_next, i); k != IMS_NO_NODE;
         k = IMSI_AT(uint32_t, &model->verdict_next, k))
      if (verdicts[k].mapping == verdicts[i].mapping && (verdicts[k].target == IMS_NO_NODE) == of_source) {
        report_duplicate(builder, &verdicts[i], &verdicts[k], "the verdict on", node_text(builder, node));
        break;
      }
  }
}

/* No counterpart for the whole means: none for any part. `end` is one end of the row, `other` its edition across. */
static void check_none(imsi_builder *builder, const imsi_raw_row *row, uint32_t end, const ims_edition *other)
{
  const ims_model *model = builder->model;
  const imsi_raw_node *nodes = model->nodes.data;
  const size_t verdict = ims_node_verdict(model, (ims_node){ end }, other);
  if (verdict == SIZE_MAX)
    return;
  const imsi_raw_row *none = &IMSI_AT(imsi_raw_row, &model->verdicts, verdict);
  const uint32_t whole = none->source == IMS_NO_NODE ? none->target : none->source;
  imsi_report(builder->reporter, IMS_DIAG_NONE_CONTRADICTED, imsi_builder_pos(builder, none->place),
              imsi_freeze_text(builder, nodes[whole].name), node_text(builder, end), NULL, NULL);
  imsi_report(builder->reporter, IMS_DIAG_RELATION_HERE, imsi_builder_pos(builder, row->place), NULL, NULL, NULL, NULL);
}

static ims_status finish_guidance(imsi_builder *builder)
{
  ims_model *model = builder->model;
  resolve(builder, &model->guidance, "guidance row");
  IMS_TRY(build_csr(&model->guidance, model->nodes.count, false, &model->guidance_given));
  IMS_TRY(build_csr(&model->guidance, model->nodes.count, true, &model->guidance_got));
  for (size_t i = 0; i < model->guidance.count; i++)
    check_guidance(builder, &IMSI_AT(imsi_raw_row, &model->guidance, i));
  return check_duplicates(builder, &model->guidance, &model->guidance_given, "guidance on");
}

ims_status imsi_freeze_rows(imsi_builder *builder)
{
  ims_model *model = builder->model;
  resolve(builder, &model->rows, "relation");
  resolve(builder, &model->verdicts, "verdict");
  IMS_TRY(build_csr(&model->rows, model->nodes.count, false, &model->outgoing));
  IMS_TRY(build_csr(&model->rows, model->nodes.count, true, &model->incoming));
  IMS_TRY(build_verdicts(model));
  for (size_t i = 0; i < model->rows.count; i++)
    check_ends(builder, &IMSI_AT(imsi_raw_row, &model->rows, i));
  IMS_TRY(check_duplicates(builder, &model->rows, &model->outgoing, "a relation to"));
  check_verdicts(builder);
  for (size_t i = 0; model->verdicts.count && i < model->rows.count; i++) {
    const imsi_raw_row *row = &IMSI_AT(imsi_raw_row, &model->rows, i);
    const ims_mapping *mapping = &IMSI_AT(ims_mapping, &model->mappings, row->mapping);
    if (row->relation == IMS_DISJOINT)
      continue;
    check_none(builder, row, row->source, mapping->target);
    check_none(builder, row, row->target, mapping->source);
  }
  return finish_guidance(builder);
}
