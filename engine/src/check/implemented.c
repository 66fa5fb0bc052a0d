/* T35: the Statement of Applicability says more of a control than its evidence. */

#include "base/try.h"
#include "check/registry.h"

/* Appends what counts for the demands of a control (of imsi_support); `*demands` gets their number. */
static ims_status collect(const imsi_check_run *run, const ims_system *system, ims_node control, size_t *demands,
                          imsi_vec *supports)
{
  imsi_vec all = IMSI_VEC(ims_node);
  ims_status status = imsi_evidence_demands(run->evidence, system->index, &all);
  *demands = 0;
  for (size_t i = 0; !status && i < all.count; i++) {
    if (!ims_node_is_in(run->model, IMSI_AT(ims_node, &all, i), control))
      continue;
    ++*demands;
    status = imsi_evidence_supports(run->evidence, system->index, IMSI_AT(ims_node, &all, i), supports);
  }
  imsi_vec_free(&all);
  return status;
}

/* Why the document does not count for the control although the line names it; "" if nothing is known against it. */
static const char *doubt_of(const imsi_check_run *run, const ims_system *system, ims_node control, ims_entry document)
{
  size_t count;
  const char *doubt = "";
  const ims_claim *first = ims_claim_count(run->given) ? ims_claim_at(run->given, 0) : NULL;
  const ims_claim *claims = ims_entry_claims(run->given, document, &count);
  const int status = ims_entry_word(run->given, document, IMS_FIELD_STATUS);
  if (status == IMS_DRAFT || status == IMS_OBSOLETE)
    return imsi_doubt_text(status == IMS_DRAFT ? IMSI_DOUBT_DRAFT : IMSI_DOUBT_OBSOLETE);
  for (size_t i = 0; i < count; i++) {
    if (!imsi_check_touches(run, &claims[i], control))
      continue;
    const imsi_doubt one = imsi_evidence_doubt_for(run->evidence, (size_t)(&claims[i] - first), system->index);
    if (!one)
      return "";
    doubt = imsi_doubt_text(one);
  }
  return doubt;
}

static imsi_spot spot_of(const imsi_check_run *run, const ims_system *system, ims_entry line, ims_field field)
{
  imsi_spot spot = imsi_spot_of(run, line, field);
  spot.systems = (ims_systems)1 << system->index;
  spot.node = imsi_check_member_in(run, system->edition);
  return spot;
}

static void look_at_documents(imsi_check_run *run, const ims_system *system, ims_entry line, ims_node control)
{
  size_t count;
  const char *const *names = ims_entry_list(run->given, line, IMS_FIELD_DOCUMENTS, &count);
  const imsi_spot spot = spot_of(run, system, line, IMS_FIELD_DOCUMENTS);
  for (size_t i = 0; i < count; i++) {
    const ims_entry document = imsi_check_document(run, names[i]);
    const char *doubt = document.index == IMS_NO_ENTRY ? "" : doubt_of(run, system, control, document);
    if (*doubt)
      imsi_check_find(run, &spot, "it names %1 for %2, which by its own line does not count: %3",
                      "let the two lines say the same", IMSI_ARGS(names[i], ims_entry_name(run->given, line), doubt));
  }
}

static ims_status look(imsi_check_run *run, const ims_system *system, ims_node control)
{
  const ims_entry line = imsi_evidence_control(run->evidence, system->index, control);
  size_t demands;
  if (line.index == IMS_NO_ENTRY || ims_entry_word(run->given, line, IMS_FIELD_APPLICABLE) != IMS_APPLICABLE_YES)
    return IMS_OK;
  look_at_documents(run, system, line, control);
  if (ims_entry_word(run->given, line, IMS_FIELD_IMPLEMENTATION) != IMS_IMPLEMENTED)
    return IMS_OK;
  imsi_vec supports = IMSI_VEC(imsi_support);
  const ims_status status = collect(run, system, control, &demands, &supports);
  const imsi_spot spot = spot_of(run, system, line, IMS_FIELD_IMPLEMENTATION);
  if (!status && demands && !supports.count)
    imsi_check_find(run, &spot, "control %1 is said to be implemented, and nothing that counts is registered for it",
                    "register what shows it, or say how far it is", IMSI_ARGS(ims_entry_name(run->given, line)));
  imsi_vec_free(&supports);
  return status;
}

static ims_status run_check(imsi_check_run *run)
{
  size_t count;
  ims_status status = IMS_OK;
  const ims_system *systems = ims_register_systems(run->given, &count);
  for (size_t i = 0; !status && i < count; i++) {
    const ims_edition *edition = systems[i].edition;
    if (!imsi_control_count(run->model, edition) || imsi_check_member_in(run, edition).index == IMS_NO_NODE)
      continue;
    if (!ims_register_count(run->given, IMS_ENTRY_CONTROL))
      imsi_check_skip(run, (ims_systems)1 << i, "the register has no Statement of Applicability for %1",
                      IMSI_ARGS(systems[i].id));
    for (uint32_t k = 0; !status && k < edition->count; k++) {
      const ims_node node = { edition->first.index + k };
      if (imsi_is_control(run->model, node))
        status = look(run, &systems[i], node);
    }
  }
  return status;
}

const imsi_check imsi_check_implemented = { .id = "T35", .run = run_check };
