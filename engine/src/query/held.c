#include "query/held.h"

#include "base/try.h"
#include "model/editions.h"
#include "model/progress.h"
#include "query/claim_doubts.h"
#include "query/close.h"
#include "query/reference.h"
#include "query/request.h"

#include <stdio.h>
#include <string.h>

static const ims_pos nowhere = { NULL, 0, 0, NULL };

/* ---- the day ---- */

/* Ten characters, a day of the calendar; 0 else. */
static ims_day day_of(const char *text)
{
  static const char form[] = "dddd-dd-dd";
  ims_day day = 0;
  if (strlen(text) != sizeof form - 1)
    return 0;
  for (size_t i = 0; i < sizeof form - 1; i++) {
    if (form[i] == '-' ? text[i] != '-' : text[i] < '0' || text[i] > '9')
      return 0;
    if (form[i] == 'd')
      day = day * 10 + (text[i] - '0');
  }
  return ims_day_valid(day) ? day : 0;
}

static ims_status take_day(imsi_held *held)
{
  const char *at = imsi_request_value(held->request, "at", 0);
  held->day = at ? day_of(at) : held->request->today;
  if (!at || held->day)
    return IMS_OK;
  imsi_report(held->reporter, IMS_DIAG_BAD_OPTION, nowhere, "--at takes a day, as in 2026-11-28", NULL, NULL, NULL);
  return IMS_INVALID;
}

/* ---- systems ---- */

static ims_systems systems_with_id(const imsi_held *held, const char *text)
{
  const ims_entry entry = ims_register_find(held->given, IMS_ENTRY_SYSTEM, text);
  for (uint32_t i = 0; i < held->system_count; i++)
    if (strcmp(held->systems[i].id, text) == 0 ||
        (entry.index != IMS_NO_ENTRY && held->systems[i].entry.index == entry.index))
      return (ims_systems)1 << i;
  return 0;
}

/* Those held against the edition; where no year is given, else those of its standard. */
static ims_systems systems_with_edition(const imsi_held *held, const ims_edition *edition, bool dated)
{
  ims_systems exact = 0, standard = 0;
  for (uint32_t i = 0; i < held->system_count; i++) {
    if (held->systems[i].edition == edition)
      exact |= (ims_systems)1 << i;
    if (imsi_same_standard(held->systems[i].edition, edition))
      standard |= (ims_systems)1 << i;
  }
  return dated ? exact : standard;
}

static ims_status choose(imsi_held *held, const char *text)
{
  const ims_edition *edition;
  ims_systems found = systems_with_id(held, text);
  if (!found) {
    IMS_TRY(imsi_reference_edition(held->model, NULL, text, strlen(text), held->reporter, &edition));
    found = systems_with_edition(held, edition, strchr(text, ':') != NULL);
  }
  held->chosen |= found;
  if (found)
    return IMS_OK;
  imsi_strbuf known = { 0 };
  imsi_held_name_systems(held, ~(ims_systems)0, &known);
  imsi_report(held->reporter, IMS_DIAG_NO_SYSTEM, nowhere, text, known.size ? imsi_strbuf_string(&known) : "none", NULL,
              NULL);
  imsi_strbuf_free(&known);
  return IMS_NOT_FOUND;
}

static ims_status choose_list(imsi_held *held, const char *list)
{
  imsi_strbuf part = { 0 };
  ims_status status = IMS_OK;
  while (!status && *list) {
    size_t size = strcspn(list, ",");
    const char *next = list + size + (list[size] == ',');
    for (; size && *list == ' '; size--)
      list++;
    while (size && list[size - 1] == ' ')
      size--;
    imsi_strbuf_clear(&part);
    imsi_strbuf_bytes(&part, list, size);
    status = part.status ? part.status : choose(held, imsi_strbuf_string(&part));
    list = next;
  }
  imsi_strbuf_free(&part);
  return status;
}

ims_status imsi_held_choose(imsi_held *held, const char *param)
{
  const char *list;
  for (size_t i = 0; (list = imsi_request_value(held->request, param, i)); i++)
    IMS_TRY(choose_list(held, list));
  return IMS_OK;
}

uint32_t imsi_held_next(const imsi_held *held, uint32_t system)
{
  for (uint32_t i = system + 1; i < held->system_count; i++)
    if (held->chosen >> i & 1)
      return i;
  return UINT32_MAX;
}

/* ---- opening ---- */

ims_status imsi_held_begin(imsi_held *held, const char *param, const ims_model *model, const ims_request *request,
                           imsi_reporter *reporter)
{
  *held = (imsi_held){ .model = model, .request = request, .reporter = reporter, .given = request->evidence };
  held->systems = ims_register_systems(held->given, &held->system_count);
  IMS_TRY(take_day(held));
  IMS_TRY(imsi_held_choose(held, param));
  if (!imsi_request_has(request, param))
    held->chosen = ~(ims_systems)0;
  return IMS_OK;
}

ims_status imsi_held_weigh(imsi_held *held)
{
  IMS_TRY(imsi_report_close(held->model, held->reporter, &held->closure));
  imsi_progress_tell(imsi_model_progress(held->model), IMS_STEP_WEIGH, 0);
  return imsi_evidence_new(held->model, held->given, held->closure, held->day, &held->evidence);
}

ims_status imsi_held_weigh_claims(imsi_held *held)
{
  return imsi_evidence_new(held->model, held->given, NULL, held->day, &held->evidence);
}

ims_status imsi_held_find_doubted(imsi_held *held)
{
  held->doubted = IMSI_VEC(imsi_claim_doubt);
  return imsi_claim_doubts_find(held->model, held->given, &held->doubted);
}

size_t imsi_held_doubts_of(const imsi_held *held, uint32_t claim)
{
  size_t low = 0, high = held->doubted.count;
  while (low < high) {
    const size_t middle = low + (high - low) / 2;
    if (IMSI_AT(const imsi_claim_doubt, &held->doubted, middle).claim < claim)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

size_t imsi_held_next_doubt(const imsi_held *held, uint32_t claim, uint32_t system, size_t first)
{
  for (size_t i = first; i < held->doubted.count; i++) {
    const imsi_claim_doubt *doubt = &IMSI_AT(const imsi_claim_doubt, &held->doubted, i);
    if (doubt->claim != claim)
      break;
    if (!doubt->systems || doubt->systems >> system & 1)
      return i;
  }
  return SIZE_MAX;
}

void imsi_held_close(imsi_held *held)
{
  imsi_vec_free(&held->doubted);
  imsi_evidence_free(held->evidence);
  imsi_closure_free(held->closure);
}

/* ---- names ---- */

void imsi_held_name_day(ims_day day, imsi_strbuf *text)
{
  char iso[32];
  if (!day)
    return;
  snprintf(iso, sizeof iso, "%04d-%02d-%02d", (int)(day / 10000), (int)(day / 100 % 100), (int)(day % 100));
  imsi_strbuf_text(text, iso);
}

void imsi_held_name_systems(const imsi_held *held, ims_systems systems, imsi_strbuf *text)
{
  const char *separator = "";
  for (size_t i = 0; i < held->system_count; i++) {
    if (!(systems >> i & 1))
      continue;
    imsi_strbuf_text(text, separator);
    imsi_strbuf_text(text, held->systems[i].id);
    separator = ", ";
  }
}

void imsi_held_name_entry(const ims_register *given, ims_entry entry, imsi_strbuf *text)
{
  const char *id = ims_entry_text(given, entry, IMS_FIELD_ID);
  const char *title = ims_entry_text(given, entry, IMS_FIELD_TITLE);
  imsi_strbuf_text(text, id);
  imsi_strbuf_text(text, *id && *title ? " " : "");
  imsi_strbuf_text(text, title);
}
