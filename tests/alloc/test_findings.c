/* What checks find, and the Statement of Applicability, with every allocation failing in turn: no memory, no table,
   nothing kept. */
#include "alloc/reports.h"

#include <stdlib.h>

#define CHECK(id, members)                                                                                             \
  "<check id='" id "' title='" id "' severity='warning' group='g'><gist>x</gist>" members "</check>"
#define M(edition, of) "<member edition='" edition "' of='" of "'/>"

/* Two standards and what hangs on them, so that each check has something to find and something to skip. */
static const char *const pieces[] = {
  "<imsmap version='1'>"
  "<edition id='v:1' name='V' kind='vocabulary'><term id='risk' name='risk'><gist>x</gist></term></edition>"
  "<edition id='9001:0' name='Q' kind='requirements' status='superseded' valid-until='2018-09-15'>"
  "<clause number='4' title='Old' force='requirement'/></edition>"
  "<edition id='9001:1' name='Q' kind='requirements' vocabulary='v:1' discipline='quality'>"
  "<amendment id='Amd 1' published='2024-02'/>"
  "<clause number='4' title='Capacity' force='requirement' provisions='all'>"
  "<provision id='1'><gist>x</gist><item id='a'>x</item><item id='b'>x</item></provision>"
  "<provision id='2'><gist>x</gist><duty kind='document' verb='maintain' condition='c'>d</duty>"
  "<duty kind='record' verb='retain'>r</duty></provision></clause>"
  "<clause number='5' title='Improvement' force='requirement' provisions='all'>"
  "<provision id='1'><gist>x</gist><duty kind='record' verb='retain'>r</duty></provision>"
  "<provision id='2' force='guidance'><gist>x</gist></provision></clause>"
  "<clause number='6' title='Corrective action' force='requirement'/></edition>",
  "<edition id='s:1' name='S' kind='requirements' discipline='service'>"
  "<term id='risk' name='risk'><gist>y</gist></term>"
  "<clause number='1' title='Incidents' force='requirement' provisions='all'>"
  "<provision id='1'><gist>x</gist><item id='a'>x</item></provision><provision id='2'><gist>x</gist>"
  "<duty kind='document' verb='maintain'>d</duty></provision></clause><clause number='2' force='requirement'/><clause "
  "number='A' title='C' force='control' provisions='all'/>"
  "<clause number='A.1' title='C' parent='A' force='control' provisions='all'>"
  "<provision id='1'><gist>x</gist></provision></clause>"
  "<clause number='A.2' title='C' parent='A' force='control'/></edition>"
  "<edition id='g:1' name='G' kind='guidance'><clause number='1' force='guidance'/></edition>",
  "<mapping-set id='m' source='s:1' target='9001:1'>"
  "<relation source='1' is='intersects' target='4'/><relation source='2' is='intersects' target='4'/><relation "
  "source='A.1#1' is='intersects' target='5#1'/>"
  "</mapping-set><mapping-set id='t' source='s:1' target='v:1'>"
  "<relation source='term:risk' is='intersects' target='term:risk'/></mapping-set>"
  "<mapping-set id='n' source='g:1' target='s:1'><guidance source='1' target='1'/></mapping-set>",
  "<topic id='a' title='Capacity' verdict='merge'>" M("9001:1", "4") M("s:1", "A.1") "</topic>",
  "<topic id='b' title='Incidents' verdict='merge-with-annex'>" M("9001:1", "5") M("s:1", "1") "</topic>",
  CHECK("T01", ""),
  CHECK("T02", ""),
  CHECK("T03", ""),
  CHECK("T04", ""),
  CHECK("T05", ""),
  CHECK("T06", ""),
  CHECK("T07", M("s:1", "1")),
  CHECK("T08", ""),
  CHECK("T09", M("9001:1", "4")),
  CHECK("T10", ""),
  CHECK("T11", ""),
  CHECK("T12", M("9001:1", "4") M("s:1", "1")),
  CHECK("T13", M("9001:1", "4")),
  CHECK("T14", M("9001:1", "4") M("s:1", "A.1")),
  CHECK("T15", M("9001:1", "4#1") M("9001:1", "4") M("s:1", "1")),
  CHECK("T16", M("s:1", "1")),
  CHECK("T17", M("9001:1", "4") M("s:1", "1#a")),
  CHECK("T18", M("9001:1", "4")),
  CHECK("T19", M("9001:1", "4") M("s:1", "1")),
  CHECK("T20", ""),
  CHECK("T21", M("9001:1", "4")),
  CHECK("T22", M("9001:1", "4") M("9001:1", "5")),
  CHECK("T23", M("9001:1", "4") M("s:1", "1")),
  CHECK("T24", M("9001:1", "4")),
  CHECK("T25", M("9001:1", "4")),
  CHECK("T26", M("9001:1", "4")),
  CHECK("T27", M("9001:1", "4") M("s:1", "1")),
  CHECK("T28", M("9001:1", "4") M("s:1", "1")),
  CHECK("T29", M("9001:1", "4") M("s:1", "1")),
  CHECK("T30", M("9001:1", "5") M("9001:1", "6")),
  CHECK("T31", ""),
  CHECK("T32", ""),
  CHECK("T33", M("9001:1", "4#1") M("s:1", "1#1")),
  CHECK("T34", M("9001:1", "4")),
  CHECK("T35", M("s:1", "1")),
  CHECK("T99", ""),
  "</imsmap>",
};

static const char given[] =
    "<register version='1'><organization title='O' personnel='2'/>"
    "<system id='QMS' edition='9001:1' sites='U; B' units='X; Y' services='W' from='2026-01-01' to='2026-12-31'/>"
    "<system id='SMS' edition='s:1' sites='U' units='X' services='W'/>"
    "<document id='D1' title='Incidents and risk' type='policy' kind='document' systems='QMS, SMS' sites='B' owner='Y' "
    "approvers='QMS: M' clauses='9001:1/4; 9001:1/5#2; 9001:1/3.1' next_review='2020-01-01'/>"
    "<document id='D2' title='Capacity' clauses='9001:1/5; s:1/9; g:1/1; 9001:0/4; 4' status='draft'/>"
    "<document id='D3' title='Corrective action, SM plan' kind='document' systems='QMS' party='P' "
    "clauses='9001:1/5; 9001:1/4; s:1/1; s:1/2' approved='2020-01-01'/>"
    "<document id='D4' title='Incidents policy' systems='SMS' party='P' clauses='s:1/1'/>"
    "<document id='D7' title='Capacity' systems='QMS' clauses='9001:1/5'/>"
    "<document id='D5' title='Incidents procedure' systems='QMS' clauses='9001:1/5'/>"
    "<document id='D6' title='Nothing' systems='QMS'/>"
    "<document id='R1' title='R' kind='record' clauses='9001:1/4#1' from='2020-01-01'/>"
    "<document id='R2' title='R' kind='record' clauses='9001:1/4'/>"
    "<process id='P1' title='P' owner='M' systems='QMS' clauses='9001:1/5' documents='D9; D1'/>"
    "<control id='A.1' applicable='no' documents='D1'/><control id='A.9' applicable='yes'/>"
    "<control id='A.2' applicable='yes' implementation='implemented' documents='D4; D1; D2; D8'/>"
    "<exclusion systems='QMS' clauses='9001:1/4' exemption='not applicable'/>"
    "<audit id='A1' systems='QMS' clauses='9001:1/4#1' processes='P1' auditors='M; N'/><audit id='A2' systems='SMS'/>"
    "<auditor title='M' systems='SMS'/>"
    "<agenda title='G' systems='QMS' clauses='9001:1/4#a' documents='D7'/>"
    "<agenda title='H' systems='SMS' clauses='s:1/1'/>"
    "<finding id='F1' title='F' systems='QMS' clauses='g:1/1' due='2020-01-01'/>"
    "<finding id='F2' title='F' systems='QMS' progress='closed'/><finding id='F3' title='F' systems='QMS'/>"
    "<objective id='O1' title='O' systems='QMS'/>"
    "<party title='P' systems='QMS' services='W' processes='P1'/></register>";

static const reports_case cases[] = {
  { "findings", IMS_FORM_LONG, IMS_WORDS_NONE, { { "at", "2026-11-28" } }, IMS_OK },
  { "findings", IMS_FORM_WIDE, IMS_WORDS_NONE, { { "rule", "T01,t99" }, { "for", "QMS" }, { "most", "1" } }, IMS_OK },
  { "findings", IMS_FORM_LONG, IMS_WORDS_NONE, { { "rule", "T77" } }, IMS_NOT_FOUND },
  { "findings", IMS_FORM_LONG, IMS_WORDS_NONE, { { "most", "x" } }, IMS_INVALID },
  { "soa", IMS_FORM_LONG, IMS_WORDS_NONE, { { "at", "2026-11-28" } }, IMS_OK },
  { "soa", IMS_FORM_WIDE, IMS_WORDS_NONE, { { NULL, NULL } }, IMS_OK },
};

static size_t count_kinds(const ims_table *table, const char *outcome)
{
  bool seen[100] = { false };
  size_t count = 0, check = 0, kind = 0;
  for (size_t i = 0; i < ims_table_column_count(table); i++) {
    check = strcmp(ims_table_column(table, i)->key, "check") == 0 ? i : check;
    kind = strcmp(ims_table_column(table, i)->key, "outcome") == 0 ? i : kind;
  }
  for (size_t row = 0; row < ims_table_row_count(table); row++) {
    const long number = strtol(ims_table_cell(table, row, check) + 1, NULL, 10);
    if (strcmp(ims_table_cell(table, row, kind), outcome) != 0 || seen[number])
      continue;
    seen[number] = true;
    count++;
  }
  return count;
}

/* The register is good for nothing if it stops provoking checks. */
static bool provokes(const char *xml, const reports_case *c, size_t least)
{
  ims_model *model = reports_model_of(xml);
  ims_register *evidence = complete_register_of(model, given);
  ims_table *table = NULL;
  const ims_request request = { .arguments = c->arguments, .argument_count = 1, .form = c->form, .evidence = evidence };
  if (model && evidence)
    ims_report_find(c->report)->run(model, &request, (ims_diag_sink){ NULL, NULL }, &table);
  const size_t found = table ? count_kinds(table, "found") : 0;
  if (found < least)
    fprintf(stderr, "only %zu checks find something\n", found);
  ims_table_free(table);
  ims_register_free(evidence);
  ims_model_free(model);
  return found >= least;
}

int main(void)
{
  static char xml[16384];
  size_t size = 0;
  for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++)
    size += (size_t)snprintf(xml + size, sizeof xml - size, "%s", pieces[i]);
  const bool good = size < sizeof xml && provokes(xml, cases, 31);
  return reports_survive_with(xml, given, cases, sizeof cases / sizeof *cases) && good ? EXIT_SUCCESS : EXIT_FAILURE;
}
