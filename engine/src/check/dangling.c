/* T34: a line names a document that the register does not have, or a document serves nothing. Whether the file is where
   the register says, nobody looks. */

#include "check/registry.h"

#include <stdlib.h>

static ims_node rests_on(const imsi_check_run *run, ims_systems systems)
{
  size_t count;
  const ims_system *all = ims_register_systems(run->given, &count);
  for (size_t i = 0; i < count; i++)
    if (systems >> i & 1)
      return imsi_check_member_in(run, all[i].edition);
  return (ims_node){ IMS_NO_NODE };
}

/* Marks the documents that a line names, by entry; what it names and nobody has is told. */
static void look_at_names(imsi_check_run *run, ims_entry line, bool *named)
{
  size_t count;
  const char *const *names = ims_entry_list(run->given, line, IMS_FIELD_DOCUMENTS, &count);
  for (size_t i = 0; i < count; i++) {
    const ims_entry document = imsi_check_document(run, names[i]);
    if (document.index != IMS_NO_ENTRY) {
      named[document.index] = true;
      continue;
    }
    imsi_spot spot = imsi_spot_of(run, line, IMS_FIELD_DOCUMENTS);
    spot.node = rests_on(run, spot.systems);
    imsi_check_find(run, &spot, "it names '%1', which is not among the documents", "register it, or correct the name",
                    IMSI_ARGS(names[i]));
  }
}

static void look_at_document(imsi_check_run *run, ims_entry document, const bool *named)
{
  size_t count;
  ims_entry_claims(run->given, document, &count);
  if (count || named[document.index] || imsi_check_is_obsolete(run, document))
    return;
  imsi_spot spot = imsi_spot_of(run, document, IMS_FIELD_CLAUSES);
  spot.node = rests_on(run, spot.systems);
  imsi_check_find(run, &spot, "it is claimed for no clause, and no line names it",
                  "claim what it shows, or leave it out of the register", IMSI_ARGS(NULL));
}

/* One past the highest entry of the documents. */
static size_t entries(const imsi_check_run *run)
{
  size_t most = 0;
  ims_entry document;
  for (size_t i = 0; imsi_check_next(run, IMS_ENTRY_DOCUMENT, &i, &document);)
    most = document.index + (size_t)1 > most ? document.index + (size_t)1 : most;
  return most;
}

static ims_status run_check(imsi_check_run *run)
{
  static const ims_entry_kind kinds[] = { IMS_ENTRY_PROCESS, IMS_ENTRY_CONTROL, IMS_ENTRY_AGENDA };
  ims_entry entry;
  bool *named = calloc(entries(run) + 1, sizeof *named);
  if (!named)
    return IMS_NOMEM;
  for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
    for (size_t i = 0; imsi_check_next(run, kinds[k], &i, &entry);)
      look_at_names(run, entry, named);
  for (size_t i = 0; imsi_check_next(run, IMS_ENTRY_DOCUMENT, &i, &entry);)
    look_at_document(run, entry, named);
  free(named);
  return IMS_OK;
}

const imsi_check imsi_check_dangling = { .id = "T34", .run = run_check };
