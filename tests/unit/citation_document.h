/** Standards to cite: two with two editions, one of these with an annex; one that is a part; a framework without a
 * number. */
#ifndef CITATION_DOCUMENT_H
#define CITATION_DOCUMENT_H

static const char citation_document[] =
    "<imsmap version='1'>\n"
    "<family id='f' name='F'/>\n"
    "<edition id='9001:2008' name='ISO 9001:2008' family='f'>\n"
    "<clause number='7' force='requirement'/>\n"
    "<clause number='7.3' force='requirement' parent='7'/>\n"
    "</edition>\n"
    "<edition id='9001:2015' name='ISO 9001:2015' family='f' default='yes' published='2015'>\n"
    "<clause number='4' force='requirement'/>\n"
    "<clause number='5' force='requirement'/>\n"
    "<clause number='8' force='requirement'/>\n"
    "<clause number='8.2' force='requirement' parent='8'><provision id='1'><gist>x</gist><item id='a'>a</item>\n"
    "<item id='b'>b</item><item id='b1' in='b'>b1</item><item id='c'>c</item></provision></clause>\n"
    "<clause number='8.3' force='requirement' parent='8'/>\n"
    "<clause number='8.4' force='requirement' parent='8'/>\n"
    "<clause number='8.4.1' force='requirement' parent='8.4'/>\n"
    "<clause number='8.4.2' force='requirement' parent='8.4'/>\n"
    "<clause number='9' force='requirement'/>\n"
    "<clause number='9.1' force='requirement' parent='9'/>\n"
    "</edition>\n"
    "<edition id='27001:2013' name='ISO/IEC 27001:2013' family='f' published='2013'>\n"
    "<clause number='A.5' force='requirement'/>\n"
    "<clause number='A.5.1' force='requirement' parent='A.5'/>\n"
    "<clause number='A.5.1.1' force='requirement' parent='A.5.1'/>\n"
    "</edition>\n"
    "<edition id='27001:2022' name='ISO/IEC 27001:2022' family='f' default='yes' published='2022'>\n"
    "<clause number='5' force='requirement'/>\n"
    "<clause number='5.1' force='requirement' parent='5'/>\n"
    "<clause number='A.5' force='requirement'/>\n"
    "<clause number='A.5.1' force='requirement' parent='A.5'/>\n"
    "<clause number='A.5.2' force='requirement' parent='A.5'/>\n"
    "<clause number='A.5.3' force='requirement' parent='A.5'/>\n"
    "</edition>\n"
    "<edition id='20000-1:2018' name='ISO/IEC 20000-1:2018' family='f'>\n"
    "<clause number='8' force='requirement'/>\n"
    "<clause number='8.2' force='requirement' parent='8'/>\n"
    "</edition>\n"
    "<edition id='itil:4' name='ITIL 4' family='f'>\n"
    "<clause number='8' force='requirement'/>\n"
    "</edition>\n"
    "</imsmap>\n";

#endif
