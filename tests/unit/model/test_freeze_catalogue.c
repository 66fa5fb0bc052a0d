#include "unit/fixture_model.h"

Test(freeze_catalogue, members_belong_to_what_they_stand_in)
{
  ims_model *model = fixture_model(DOC("<edition id='e:1' name='E'><clause number='4' force='own'/>"
                                       "<clause number='5' force='own'/></edition>"
                                       "<check id='a' title='A' severity='info' group='g'><gist>x</gist></check>"
                                       "<topic id='t' title='T'><member edition='e:1' of='5'/></topic>"
                                       "<check id='b' title='B' severity='info' group='g'><gist>x</gist>"
                                       "<member edition='e:1' of='4'/><member edition='e:1' of='5'/></check>"));
  cr_expect_eq(ims_check_at(model, 0)->member_count, 0);
  cr_expect_eq(ims_check_at(model, 1)->member_count, 2);
  cr_expect_eq(ims_topic_at(model, 0)->member_count, 1);
  ims_model_free(model);
}

Test(freeze_catalogue, unknown_members_and_editions_are_told)
{
  fixture_expect_messages(DOC("<topic id='t' title='T'><member edition='e:9' of='4'/></topic>\n"
                              "<check id='c' title='C' severity='info' group='g'><gist>x</gist>"
                              "<member edition='e:9' of='4'/></check>\n"
                              "<profile edition='e:9'/>\n"
                              "<audit-table id='t' title='T' kind='time' unit='days' edition='e:9'/>\n"),
                          "2:25 topic points to unknown edition 'e:9'\n"
                          "4:1 profile points to unknown edition 'e:9'\n"
                          "3:65 check points to unknown edition 'e:9'\n"
                          "5:1 audit-table points to unknown edition 'e:9'\n");
}
