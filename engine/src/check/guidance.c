/* T01: evidence or a finding is set against a document that only advises, or that binds somebody else. */

#include "check/registry.h"

/* Why nobody is held to what stands in an edition; NULL if somebody may be. */
static const char *why_not_owed(const ims_edition *edition)
{
  switch (edition->kind) {
  case IMS_EDITION_GUIDANCE:
    return "it only advises";
  case IMS_EDITION_BODY:
    return "it binds certification bodies, not the organization";
  case IMS_EDITION_STRUCTURE:
    return "it is text for authors of standards";
  case IMS_EDITION_FRAMEWORK:
    return "it is a framework, which binds nobody that has not bound itself";
  default:
    return NULL;
  }
}

/* The demands that a piece of guidance explains: "27001:2022/A.5.19, ..."; "" if nobody has said. */
static const char *explained(imsi_check_run *run, ims_node node)
{
  size_t count = 0;
  const uint32_t *rows = node.index == IMS_NO_NODE ? NULL : ims_node_guidance(run->model, node, false, &count);
  for (size_t i = 0; i < count; i++)
    imsi_check_list(run, imsi_check_reference(run, ims_guidance_at(run->model, rows[i]).target));
  return imsi_check_text(run);
}

static void look(imsi_check_run *run, const ims_claim *claim)
{
  const ims_entry_kind kind = ims_entry_kind_of(run->given, claim->entry);
  const char *why = claim->edition ? why_not_owed(claim->edition) : NULL;
  if (!why || (kind != IMS_ENTRY_DOCUMENT && kind != IMS_ENTRY_FINDING && kind != IMS_ENTRY_AUDIT))
    return;
  const imsi_spot spot = imsi_spot_of_claim(run, claim);
  const char *demands = explained(run, claim->node);
  imsi_check_find(run, &spot, "it is set against %1 of %2: %3",
                  *demands ? "hold it against what this explains, if that is meant: %4; keep the advice as a note"
                           : "name the requirement that is meant; keep the advice as a note",
                  IMSI_ARGS(claim->text, claim->edition->name, why, demands));
}

static ims_status run_check(imsi_check_run *run)
{
  for (size_t i = 0; i < ims_claim_count(run->given); i++)
    look(run, ims_claim_at(run->given, i));
  return IMS_OK;
}

const imsi_check imsi_check_guidance = { .id = "T01", .run = run_check };
