#include "unit/report/fixture_documents.h"

static const char *const several[] = {
  FIXTURE_SYSTEMS,
  "document id=POL-1 title=Policy kind=document systems=QMS,ISMS "
  "clauses=9001:2015/4,27001:2022/4#1,9001:2015/5,27001:2022/5",
  "document id=MIN-1 title=Minutes kind=record systems=QMS,ISMS clauses=9001:2015/6,27001:2022/6",
  "document id=PRC-1 title=Procedure kind=document systems=QMS clauses=9001:2015/5#1",
  "document id=OLD-1 title=Old status=obsolete systems=QMS clauses=9001:2015/4,9001:2015/5",
  "document id=LST-1 title=List",
};

Test(shared, documents_of_several_systems_and_whether_one_serves_both)
{
  EXPECT_HELD(several, "shared", WIDE(NOTHING), "document", "place",
              "* Documents that serve several systems||||\n"
              "POL-1 Policy|QMS|4, 5: 3 demands|with ISMS: as-is 1, extend 1, no relation known 1|register:3\n"
              "POL-1 Policy|ISMS|4#1, 5: 2 demands|with QMS: as-is 1, extend 1|register:3\n"
              "MIN-1 Minutes (record)|QMS|6: 1 demand|with ISMS: shared 1 if it names both|register:4\n"
              "MIN-1 Minutes (record)|ISMS|6: 1 demand|with QMS: shared 1 if it names both|register:4\n"
              "* Single points of failure||||\n"
              "POL-1 Policy|QMS|the only evidence of 2 demands: 4#1, 4#2||register:3\n"
              "POL-1 Policy|ISMS|the only evidence of 2 demands: 4#1, 5#1||register:3\n"
              "MIN-1 Minutes (record)|QMS|the only evidence of 1 demand: 6#1||register:4\n"
              "MIN-1 Minutes (record)|ISMS|the only evidence of 1 demand: 6#1||register:4\n"
              "* Documents that serve nothing||||\n"
              "OLD-1 Old||the document is obsolete: 9001:2015/4, 9001:2015/5||register:6\n"
              "LST-1 List||it names no clause||register:7\n"
              "* Claims without effect of documents that serve something||||\n");
}

Test(shared, the_view_of_one_standard_shows_its_demands_only)
{
  EXPECT_HELD(several, "shared", WIDE({ "for", "27001" }), "document", "serves",
              "* Documents that serve several systems||\n"
              "POL-1 Policy|ISMS|4#1, 5: 2 demands\n"
              "MIN-1 Minutes (record)|ISMS|6: 1 demand\n"
              "* Single points of failure||\n"
              "POL-1 Policy|ISMS|the only evidence of 2 demands: 4#1, 5#1\n"
              "MIN-1 Minutes (record)|ISMS|the only evidence of 1 demand: 6#1\n"
              "* Documents that serve nothing||\n"
              "LST-1 List||it names no clause\n"
              "* Claims without effect of documents that serve something||\n");
}

Test(shared, what_carries_more_than_the_most_is_told)
{
  EXPECT_HELD(several, "shared", LONG({ "most", "3" }), "part", "part",
              "several\nseveral\nseveral\nseveral\nseveral\n"
              "several\nseveral\nonly\nonly\nonly\nonly\nonly\nonly\nmany\nnothing\nnothing\nnothing\n");
  ims_model *model = fixture_standards();
  ims_register *evidence = fixture_register(model, several, sizeof several / sizeof *several);
  ims_table *table = fixture_table(model, "shared", HELD(LONG({ "most", "3" }), evidence));
  cr_expect_str_eq(ims_table_cell(table, 13, fixture_column(table, "document")), "POL-1");
  cr_expect_str_eq(ims_table_cell(table, 13, fixture_column(table, "clauses")), "4");
  ims_table_free(table);
  fixture_expect_refusal(model, "shared", HELD(WIDE({ "most", "-1" }), evidence), IMS_INVALID,
                         "bad-option: --most takes a number of clauses from 0 to 999999\n");
  ims_register_free(evidence);
  ims_model_free(model);
}

Test(shared, the_long_form_has_what_relates_two_demands)
{
  EXPECT_HELD(
      several, "shared", LONG({ "for", "QMS" }), "document", "place",
      "POL-1|Policy|document|QMS|9001:2015/4#1|requirement|9001:2015/4|full|ISMS|27001:2022/4#1|=|as-is||||register:3\n"
      "POL-1|Policy|document|QMS|9001:2015/4#2|requirement|9001:2015/4|full|ISMS||||||"
      "|register:3\n"
      "POL-1|Policy|document|QMS|9001:2015/5#1|requirement|9001:2015/5|full|ISMS|27001:2022/"
      "5#1|x|extend||||register:3\n"
      "MIN-1|Minutes|record|QMS|9001:2015/6#1|requirement|9001:2015/6|full|ISMS|27001:2022/"
      "6#1|=|as-is|shared|||register:4\n"
      "POL-1|Policy|document|QMS|9001:2015/4#1|requirement|9001:2015/4|full||||||||register:3\n"
      "POL-1|Policy|document|QMS|9001:2015/4#2|requirement|9001:2015/4|full||||||||register:3\n"
      "MIN-1|Minutes|record|QMS|9001:2015/6#1|requirement|9001:2015/6|full||||||||register:4\n"
      "OLD-1|Old|||||9001:2015/4||||||||the document is obsolete|register:6\n"
      "OLD-1|Old|||||9001:2015/5||||||||the document is obsolete|register:6\n"
      "LST-1|List|||||||||||||it names no clause|register:7\n");
}

Test(shared, every_reason_to_serve_nothing_is_told)
{
  static const char *const lines[] = {
    FIXTURE_SYSTEMS,
    "document id=A title=T systems=QMS coverage=proposed clauses=9001:2015/4",
    "document id=B title=T systems=QMS status=draft clauses=9001:2015/4",
    "document id=C title=T systems=QMS approved=20270101 clauses=9001:2015/4",
    "document id=D title=T systems=QMS clauses=g:1/1,9001:2015/99",
    "document id=E title=T systems=ISMS clauses=9001:2015/4",
    "document id=F title=T systems=QMS clauses=9001:2015/4",
  };
  EXPECT_HELD(lines, "shared", WIDE(NOTHING), "document", "serves",
              "* Documents that serve several systems||\n"
              "* Single points of failure||\n"
              "* Documents that serve nothing||\n"
              "A T||it is proposed, nobody has confirmed it: 9001:2015/4\n"
              "B T||the document is a draft or under revision: 9001:2015/4\n"
              "C T||the document is of a later day: 9001:2015/4\n"
              "D T||what it names binds nobody: g:1/1 / there is no such clause: 9001:2015/99\n"
              "E T||the document does not name the system: 9001:2015/4\n"
              "* Claims without effect of documents that serve something||\n");
}

Test(shared, totals_stand_above)
{
  ims_model *model = fixture_standards();
  ims_register *evidence = fixture_register(model, several, sizeof several / sizeof *several);
  ims_table *table = fixture_table(model, "shared", HELD(WIDE({ "most", "1" }), evidence));
  cr_expect_str_eq(ims_table_caption(table, 3),
                   "Documents and records: 5. Serving several systems: 2, one: 1, nothing: 2. The only evidence in "
                   "several systems: 2; carrying more than 1 clause: 2.");
  cr_expect_str_eq(
      ims_table_caption(table, 4),
      "Their claims: 9. Counting: 7, for what is left out: 0, proposed: 0, without effect for another reason: 2.");
  ims_table_free(table);
  ims_register_free(evidence);
  ims_model_free(model);
}

Test(shared, totals_of_one_system_add_up_with_what_serves_others_alone)
{
  ims_model *model = fixture_standards();
  ims_register *evidence = fixture_register(model, several, sizeof several / sizeof *several);
  ims_table *table = fixture_table(model, "shared", HELD(WIDE({ "for", "ISMS" }), evidence));
  cr_expect_str_eq(ims_table_caption(table, 2),
                   "Documents and records: 5. Serving several systems: 2, one: 0, nothing: 1, systems that are not "
                   "shown: 2. The only evidence in several systems: 2; carrying more than 10 clauses: 0.");
  ims_table_free(table);
  ims_register_free(evidence);
  ims_model_free(model);
}

Test(shared, two_systems_of_one_standard_share_what_names_both)
{
  static const char *const lines[] = {
    "system id=A edition=9001:2015",
    "system id=B edition=9001:2015",
    "document id=P title=T kind=document systems=A,B clauses=9001:2015/5",
  };
  EXPECT_HELD(lines, "shared", WIDE({ "for", "A" }), "document", "reuse",
              "* Documents that serve several systems|||\n"
              "P T|A|5: 1 demand|with B: as-is 1\n"
              "* Single points of failure|||\n"
              "P T|A|the only evidence of 1 demand: 5#1|\n"
              "* Documents that serve nothing|||\n"
              "* Claims without effect of documents that serve something|||\n");
}

Test(shared, what_is_left_out_is_served_by_nothing)
{
  static const char *const lines[] = {
    FIXTURE_SYSTEMS,
    "document id=P title=T kind=document systems=QMS,ISMS clauses=9001:2015/5,27001:2022/A.1,27001:2022/4#9",
    "document id=Q title=U kind=document systems=ISMS clauses=27001:2022/A.1",
    "control id=A.1 systems=ISMS applicable=no reason_out=no risk",
  };
  EXPECT_HELD(lines, "shared", WIDE(NOTHING), "document", "serves",
              "* Documents that serve several systems||\n"
              "* Single points of failure||\n"
              "* Documents that serve nothing||\n"
              "Q U||what it names is left out: 27001:2022/A.1\n"
              "* Claims without effect of documents that serve something||\n"
              "P T||what it names is left out: 27001:2022/A.1 / there is no such clause: 27001:2022/4#9\n");
  EXPECT_HELD(lines, "shared", LONG(NOTHING), "part", "document", "nothing|Q\nno-effect|P\nno-effect|P\n");
}
