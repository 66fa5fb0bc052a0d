/* What the tables of the graph have in common: where their nodes are, and how they tell what is not said. */

#include "sql/graph.h"

#include <string.h>

imsi_node_range imsi_node_range_of(const ims_model *model, const char *edition, const char *name)
{
  imsi_node_range range = { .name = name, .edition_end = ims_edition_count(model) };
  if (edition) {
    const ims_edition *only = ims_edition_find(model, edition, strlen(edition));
    range.edition = only ? only->index : 0;
    range.edition_end = only ? only->index + (size_t)1 : 0;
  }
  return range;
}

bool imsi_node_range_next(const ims_model *model, imsi_node_range *range, ims_node *node)
{
  while (range->node == range->node_end) {
    if (range->edition == range->edition_end)
      return false;
    const ims_edition *edition = ims_edition_at(model, range->edition++);
    if (range->name) {
      *node = ims_node_find(model, edition, range->name, strlen(range->name));
      if (node->index != IMS_NO_NODE)
        return true;
    } else if (edition->count) {
      range->node = edition->first.index;
      range->node_end = range->node + edition->count;
    }
  }
  node->index = range->node++;
  return true;
}

void imsi_graph_text(sqlite3_context *out, const char *text)
{
  if (*text)
    sqlite3_result_text(out, text, -1, SQLITE_STATIC);
}

void imsi_graph_share(sqlite3_context *out, int thousandths)
{
  if (thousandths >= 0)
    sqlite3_result_double(out, thousandths / 1000.0);
}

void imsi_graph_number(sqlite3_context *out, int number)
{
  if (number >= 0)
    sqlite3_result_int(out, number);
}
