/* Numbers that are a clause and, with "A." before them, a control as well. */

#include "base/try.h"
#include "model/editions.h"
#include "model/register_internal.h"
#include "read/register_internal.h"

#include <string.h>

/* True if a column of the sheets that were read is for the controls of that standard. */
static bool has_control_column(const ims_register_reader *reader, const ims_edition *edition)
{
  const size_t size = strcspn(edition->id, ":");
  for (size_t i = 0; i < reader->contexts.count; i++) {
    const imsi_clause_context *other = &IMSI_AT(imsi_clause_context, &reader->contexts, i);
    if (!other->annex || other->weak)
      continue;
    if (other->edition
            ? imsi_same_standard(other->edition, edition)
            : other->standard && strlen(other->standard) == size && memcmp(other->standard, edition->id, size) == 0)
      return true;
  }
  return false;
}

/* True if a letter stands in it, as in "clause" and "A.". */
static bool has_word(const char *text, size_t size)
{
  for (size_t i = 0; i < size; i++)
    if ((text[i] >= 'A' && text[i] <= 'Z') || (text[i] >= 'a' && text[i] <= 'z') || (unsigned char)text[i] >= 0x80)
      return true;
  return false;
}

ims_status imsi_register_twin(const ims_register_reader *reader, const imsi_clause_context *context,
                              const ims_claim *claim, const char *text, size_t before, bool *twin)
{
  const bool column = !context->weak && (context->edition || context->standard);
  imsi_strbuf name = { 0 };
  *twin = false;
  if (!column || context->annex || context->clauses || has_word(text, before) ||
      has_control_column(reader, claim->edition))
    return IMS_OK;
  imsi_strbuf_text(&name, "A.");
  imsi_strbuf_text(&name, ims_node_name(reader->model, claim->node));
  if (!name.status)
    *twin = ims_node_find(reader->model, claim->edition, imsi_strbuf_string(&name), name.size).index != IMS_NO_NODE;
  const ims_status status = name.status;
  imsi_strbuf_free(&name);
  return status;
}
