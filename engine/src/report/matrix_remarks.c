/* What is said of a row as a whole: that it is left out, that this is not accepted, why nothing counts. */

#include "base/try.h"
#include "report/matrix_internal.h"

static int exemption_word(const ims_register *given, ims_entry line)
{
  const int word = ims_entry_word(given, line, IMS_FIELD_EXEMPTION);
  return ims_entry_kind_of(given, line) == IMS_ENTRY_CONTROL || !word ? IMS_NOT_APPLICABLE : word;
}

/* "not applicable (SoA!C4)", with more before the place. */
static void name_line(const imsi_matrix_run *run, ims_entry line, const char *more, imsi_strbuf *text)
{
  const ims_register *given = run->documents.held.given;
  const bool control = ims_entry_kind_of(given, line) == IMS_ENTRY_CONTROL;
  imsi_strbuf_text(text, ims_field_word(IMS_FIELD_EXEMPTION, exemption_word(given, line)));
  imsi_strbuf_text(text, more);
  imsi_strbuf_text(text, " (");
  imsi_held_place(&run->documents.held,
                  ims_entry_pos(given, line, control ? IMS_FIELD_APPLICABLE : IMS_FIELD_EXEMPTION), text);
  imsi_strbuf_text(text, ")");
}

void imsi_matrix_name_exemption(const imsi_matrix_run *run, const imsi_matrix_row *row, imsi_strbuf *text)
{
  if (row->exemption.index != IMS_NO_ENTRY)
    name_line(run, row->exemption, "", text);
}

/* ---- left out, and not accepted ---- */

/* The first line that takes all of a demand out, be that accepted or not. */
static ims_status find_line(const imsi_matrix_run *run, const imsi_served *served, imsi_vec *claims, ims_entry *line)
{
  const imsi_held *held = &run->documents.held;
  *line = imsi_evidence_control(held->evidence, served->system, served->demand);
  if (line->index != IMS_NO_ENTRY && ims_entry_word(held->given, *line, IMS_FIELD_APPLICABLE) == IMS_APPLICABLE_NO)
    return IMS_OK;
  line->index = IMS_NO_ENTRY;
  claims->count = 0;
  IMS_TRY(imsi_evidence_claims(held->evidence, IMS_ENTRY_EXCLUSION, served->demand, claims));
  for (size_t i = 0; line->index == IMS_NO_ENTRY && i < claims->count; i++) {
    const ims_claim *claim = ims_claim_at(held->given, IMSI_AT(uint32_t, claims, i));
    const ims_systems systems = ims_entry_systems(held->given, claim->entry);
    if ((!systems || systems >> served->system & 1) && claim->coverage != IMS_CLAIM_PARTIAL &&
        ims_node_is_in(held->model, served->demand, claim->node))
      *line = claim->entry;
  }
  return IMS_OK;
}

static ims_status name_refusal(const imsi_matrix_run *run, const imsi_matrix_row *row, imsi_vec *claims,
                               imsi_strbuf *text)
{
  for (uint32_t i = row->first; i < row->first + row->count; i++) {
    const imsi_served *served = &IMSI_AT(const imsi_served, &run->documents.serving.demands, i);
    ims_entry line;
    imsi_shown shown;
    IMS_TRY(find_line(run, served, claims, &line));
    if (line.index == IMS_NO_ENTRY)
      continue;
    IMS_TRY(imsi_evidence_show(run->documents.held.evidence, served->system, served->demand, &shown));
    if (shown.state == IMSI_STATE_NOT_APPLICABLE || shown.state == IMSI_STATE_NO_OCCURRENCE)
      continue;
    name_line(run, line, " is not accepted", text);
    return IMS_OK;
  }
  return IMS_OK;
}

/* ---- what does not count ---- */

/* "PR-01: the document is for other sites or services", each once. */
static void name_doubt(const imsi_matrix_run *run, uint32_t system, uint32_t index, imsi_strbuf *text)
{
  const imsi_held *held = &run->documents.held;
  const imsi_doubt doubt = imsi_evidence_doubt_for(held->evidence, index, system);
  imsi_strbuf line = { 0 };
  if (!doubt)
    return;
  imsi_strbuf_text(&line, ims_entry_name(held->given, ims_claim_at(held->given, index)->entry));
  imsi_strbuf_text(&line, ": ");
  imsi_strbuf_text(&line, imsi_doubt_text(doubt));
  if (line.status)
    text->status = line.status;
  else
    imsi_add_line(text, imsi_strbuf_string(&line));
  imsi_strbuf_free(&line);
}

static ims_status name_doubts(const imsi_matrix_run *run, const imsi_matrix_row *row, imsi_vec *claims,
                              imsi_strbuf *text)
{
  claims->count = 0;
  for (uint32_t i = row->first; i < row->first + row->count; i++)
    IMS_TRY(imsi_evidence_claims(run->documents.held.evidence, IMS_ENTRY_DOCUMENT,
                                 IMSI_AT(const imsi_served, &run->documents.serving.demands, i).demand, claims));
  for (size_t i = 0; i < claims->count; i++)
    name_doubt(run, row->system, IMSI_AT(uint32_t, claims, i), text);
  return IMS_OK;
}

/* ---- all ---- */

static ims_status name_lack(const imsi_matrix_run *run, const imsi_matrix_row *row, imsi_vec *claims, imsi_strbuf *text)
{
  imsi_strbuf doubts = { 0 };
  const ims_status status = name_doubts(run, row, claims, &doubts);
  imsi_strbuf_text(text, text->size ? "\n" : "");
  imsi_strbuf_text(text, doubts.size ? "nothing is registered that counts\n" : "nothing is registered");
  imsi_strbuf_text(text, imsi_strbuf_string(&doubts));
  text->status = doubts.status ? doubts.status : text->status;
  imsi_strbuf_free(&doubts);
  return status;
}

ims_status imsi_matrix_name_remark(const imsi_matrix_run *run, const imsi_matrix_row *row, const imsi_mark *marks,
                                   size_t count, imsi_strbuf *text)
{
  imsi_vec claims = IMSI_VEC(uint32_t);
  imsi_matrix_name_exemption(run, row, text);
  if (text->size)
    return IMS_OK;
  ims_status status = name_refusal(run, row, &claims, text);
  if (!status && run->by != IMSI_BY_PROCESS && !count)
    status = name_lack(run, row, &claims, text);
  if (!status && run->by == IMSI_BY_PROCESS && row->applies[IMS_OWNER] &&
      (!count || marks[0].kind == IMSI_MARK_EVERY)) {
    imsi_strbuf_text(text, text->size ? "\n" : "");
    imsi_strbuf_text(text, "no process is named");
  }
  imsi_vec_free(&claims);
  return status;
}
