/** A small document with every element and every attribute of the data format, in which nothing is wrong. */
#ifndef COMPLETE_DOCUMENT_H
#define COMPLETE_DOCUMENT_H

#include <string.h>

static const char complete_document_standards[] =
    "<?xml version='1.0' encoding='UTF-8'?>\n"
    "<!-- everything once -->\n"
    "<imsmap version='1'>\n"
    "  <basis id='b' title='A basis &amp; more' href='https://example.org/?a=1&amp;b=2' read-on='2026-11-21'>\n"
    "    <note>who says so</note>\n"
    "  </basis>\n"
    "  <family id='f' name='Family' title='A family'><note>of documents</note></family>\n"
    "  <edition id='a:1' name='ISO A:1' family='f' title='Standard A' kind='requirements' discipline='quality'\n"
    "           status='superseded' published='2001' hub='no'>\n"
    "    <clause number='4' title='Old' force='requirement'/>\n"
    "  </edition>\n"
    "  <edition id='a:2' name='ISO A:2' family='f' title='Standard A' kind='requirements' discipline='quality'\n"
    "           status='transition' published='2015-09-15' valid-until='2029-09' replaces='a:1' default='yes'\n"
    "           provisional='yes' basis='b'>\n"
    "    <note>of the edition</note>\n"
    "    <amendment id='Amd 1' published='2024-02' basis='b'><note>what</note><note>it changed</note></amendment>\n"
    "    <term id='incident' name='Incident' number='3.1' basis='b' status='proposed' confidence='0.5'>\n"
    "      <gist>something that goes wrong</gist><note>of a term</note>\n"
    "    </term>\n"
    "    <clause number='4' title='Context' force='requirement' provisions='all' basis='b'/>\n"
    "    <clause number='4.1' title='Issues' parent='4' force='requirement' unconfirmed='title' provisions='all'>\n"
    "      <note>of a clause</note>\n"
    "      <provision id='1' force='requirement' applies='system' phase='plan' condition='there is one'\n"
    "                 method='extend' record='shared' basis='b' status='reviewed' confidence='0.85'>\n"
    "        <gist>Know   what\n          matters.</gist>\n"
    "        <item id='a'>inside</item>\n"
    "        <item id='b'>outside &lt;all&gt;</item>\n"
    "        <item id='b1' in='b'>the law</item>\n"
    "        <duty kind='document' verb='maintain' condition='asked for' basis='b'>list of issues</duty>\n"
    "        <duty kind='record' verb='retain'>results</duty>\n"
    "        <note>of a provision</note>\n"
    "      </provision>\n"
    "      <provision id='2'><gist>Look again.</gist></provision>\n"
    "      <provision id='3' force='guidance'><gist><![CDATA[A note & no demand.]]></gist></provision>\n"
    "    </clause>\n"
    "    <clause number='4.2' parent='4' force='requirement' provisions='all'>\n"
    "      <provision id='1'><gist>Know who wants what.</gist></provision>\n"
    "    </clause>\n"
    "    <clause number='5' title='Leadership' force='requirement'/>\n"
    "  </edition>\n"
    "  <edition id='h:1' name='Hub' kind='structure' hub='yes'>\n"
    "    <clause number='4' title='Context' force='common' provisions='all'/>\n"
    "    <clause number='4.1' title='Issues' parent='4' force='common' provisions='all'>\n"
    "      <provision id='1'><gist>Know the issues.</gist></provision>\n"
    "      <provision id='2'><gist>Keep them current.</gist></provision>\n"
    "    </clause>\n"
    "    <clause number='4.2' title='Parties' parent='4' force='common' provisions='all'>\n"
    "      <provision id='1'><gist>Know the parties.</gist><item id='a'>and their demands</item></provision>\n"
    "    </clause>\n"
    "    <clause number='6' title='Planning' force='common' provisions='all'>\n"
    "      <provision id='1'><gist>Plan.</gist></provision>\n"
    "    </clause>\n"
    "  </edition>\n"
    "  <edition id='c:1' name='ISO C:1' status='current'>\n"
    "    <clause number='4' title='Surroundings' force='requirement' provisions='all'>\n"
    "      <provision id='1'><gist>Know what goes on.</gist></provision>\n"
    "      <provision id='2'><gist>Count the beans.</gist></provision>\n"
    "    </clause>\n"
    "  </edition>\n";

static const char complete_document_mappings[] =
    "  <mapping-set id='a-h' source='a:2' target='h:1' intersects='strict' rationale='semantic' method='as-is'\n"
    "               record='own' basis='b' status='proposed' confidence='0.9'>\n"
    "    <note>of a mapping</note>\n"
    "    <relation source='4.1#1' is='superset' target='4.1#1' strength='9' move='carried' rationale='functional'\n"
    "              method='separate' record='shared' basis='b' status='verified' confidence='1'>\n"
    "      <common>know the issues</common><source-only>strategy</source-only>\n"
    "      <note>first</note><note>second</note>\n"
    "    </relation>\n"
    "    <relation source='4.1#2' is='subset' target='4.1#2'>\n"
    "      <common>look</common><target-only>more often</target-only>\n"
    "    </relation>\n"
    "    <relation source='4.2#1' is='equal' target='4.2#1'/>\n"
    "    <relation source='4.1#2' is='disjoint' target='4.1#1'/>\n"
    "    <none source='5' move='dropped' basis='b' status='reviewed' confidence='0.75'><note>gone</note></none>\n"
    "    <none target='6#1' move='new'/>\n"
    "  </mapping-set>\n"
    "  <mapping-set id='c-h' source='c:1' target='h:1' intersects='loose'>\n"
    "    <relation source='4#1' is='intersects' target='4.1#1'>\n"
    "      <common>know something</common><source-only>gossip</source-only><target-only>issues</target-only>\n"
    "    </relation>\n"
    "    <relation source='4#1' is='equal' target='4.1#2'/>\n"
    "    <none source='4#2'/>\n"
    "  </mapping-set>\n"
    "  <mapping-set id='a-c' source='a:2' target='c:1'>\n"
    "    <none target='4#2'/>\n"
    "    <relation source='4.1#1' is='superset' target='4#1'><common>know</common></relation>\n"
    "  </mapping-set>\n"
    "  <topic id='t' title='Issues' verdict='merge-with-annex' basis='b' status='proposed' confidence='0.5'>\n"
    "    <note>of a topic</note><member edition='a:2' of='4.1'/><member edition='h:1' of='4.1#1'/>\n"
    "  </topic>\n"
    "  <overlay edition='a:2'><text of='4.1#1'>licensed words</text></overlay>\n"
    "</imsmap>\n";

/** The whole; in two parts because a compiler need not take longer strings. */
static inline const char *complete_document(void)
{
  static char whole[sizeof complete_document_standards + sizeof complete_document_mappings];
  if (!*whole) {
    strcpy(whole, complete_document_standards);
    strcat(whole, complete_document_mappings);
  }
  return whole;
}

#endif
