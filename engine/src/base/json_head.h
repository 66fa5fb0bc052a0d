/** How every JSON document of the program begins: what it is, and the number of its form. */
#ifndef IMSI_JSON_HEAD_H
#define IMSI_JSON_HEAD_H

/** The first member of a document, without what stands around it. The schema in docs/schema/ has the same number; when
    it has to grow is told in docs/schema/README.md. */
extern const char imsi_json_table[];
extern const char imsi_json_diagram[];

#endif
