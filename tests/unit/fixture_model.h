/** Models from inline XML, and everything that was reported on the way, for the tests of the engine. */
#ifndef FIXTURE_MODEL_H
#define FIXTURE_MODEL_H

#include "ims/catalogue.h"
#include "ims/load.h"
#include "ims/sink.h"

#include <criterion/criterion.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/** A document: what is in `body` begins on line 2. Attributes are quoted with ' to keep the strings readable. */
#define DOC(body) "<imsmap version='1'>\n" body "</imsmap>\n"

enum { FIXTURE_DIAGS = 128, FIXTURE_MESSAGE = 640 };

typedef struct fixture_diag {
  ims_diag_id id;
  ims_severity severity;
  char file[64];
  uint32_t line, column;
  char text[FIXTURE_MESSAGE];
} fixture_diag;

/** Everything that was reported. Initialise with {0}. */
typedef struct fixture_diags {
  fixture_diag list[FIXTURE_DIAGS];
  size_t count;
  ims_memory codes;    /**< "3:7 duplicate; 2:1 first-here" */
  ims_memory messages; /**< "3:7 clause '4' is there already\n2:1 ..." */
} fixture_diags;

static inline void fixture_printf(ims_memory *memory, const char *format, ...) __attribute__((format(printf, 2, 3)));

static inline void fixture_printf(ims_memory *memory, const char *format, ...)
{
  char text[FIXTURE_MESSAGE + 64];
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(text, sizeof text, format, arguments);
  va_end(arguments);
  const ims_sink sink = ims_sink_memory(memory);
  cr_assert_eq(sink.write(sink.context, text, strlen(text)), IMS_OK);
}

static inline void fixture_remember(void *context, const ims_diag *diag)
{
  fixture_diags *diags = context;
  fixture_printf(&diags->codes, "%s%u:%u %s", diags->count ? "; " : "", diag->pos.line, diag->pos.column,
                 ims_diag_code(diag->id));
  fixture_printf(&diags->messages, "%u:%u %s\n", diag->pos.line, diag->pos.column, diag->text);
  cr_assert_lt(diags->count, (size_t)FIXTURE_DIAGS);
  fixture_diag *d = &diags->list[diags->count++];
  d->id = diag->id;
  d->severity = diag->severity;
  d->line = diag->pos.line;
  d->column = diag->pos.column;
  snprintf(d->file, sizeof d->file, "%s", diag->pos.file ? diag->pos.file : "");
  snprintf(d->text, sizeof d->text, "%s", diag->text);
}

static inline ims_diag_sink fixture_sink(fixture_diags *diags)
{
  return (ims_diag_sink){ fixture_remember, diags };
}

static inline const char *fixture_codes(const fixture_diags *diags)
{
  return diags->codes.data ? diags->codes.data : "";
}

static inline const char *fixture_messages(const fixture_diags *diags)
{
  return diags->messages.data ? diags->messages.data : "";
}

static inline void fixture_diags_free(fixture_diags *diags)
{
  ims_memory_free(&diags->codes);
  ims_memory_free(&diags->messages);
  diags->count = 0;
}

/** A file of a test. `layer` files above the first open a layer each time the number grows. */
typedef struct fixture_file {
  const char *name;
  const char *xml;
  int layer;
} fixture_file;

/** Loads the files in order; `*model` is NULL if there are errors. */
static inline ims_status fixture_load_files(const fixture_file *files, size_t count, fixture_diags *diags,
                                            ims_model **model)
{
  ims_loader *loader = NULL;
  int layer = 0;
  *model = NULL;
  cr_assert_eq(ims_loader_new(NULL, fixture_sink(diags), &loader), IMS_OK);
  for (size_t i = 0; i < count; i++) {
    for (; layer < files[i].layer; layer++)
      ims_loader_layer(loader);
    ims_loader_memory(loader, files[i].name, files[i].xml, strlen(files[i].xml));
  }
  const ims_status status = ims_loader_finish(loader, model);
  ims_loader_free(loader);
  return status;
}

/** Loads `size` bytes as "test.xml". */
static inline ims_status fixture_load_bytes(const char *xml, size_t size, fixture_diags *diags, ims_model **model)
{
  ims_loader *loader = NULL;
  *model = NULL;
  cr_assert_eq(ims_loader_new(NULL, fixture_sink(diags), &loader), IMS_OK);
  const ims_status read = ims_loader_memory(loader, "test.xml", xml, size);
  const ims_status status = ims_loader_finish(loader, model);
  ims_loader_free(loader);
  return read ? read : status;
}

/** The model of a document in which nothing is wrong; free it. */
static inline ims_model *fixture_model(const char *xml)
{
  fixture_diags diags = { 0 };
  ims_model *model;
  const ims_status status = fixture_load_bytes(xml, strlen(xml), &diags, &model);
  cr_assert_str_eq(fixture_messages(&diags), "");
  cr_assert_eq(status, IMS_OK);
  cr_assert_not_null(model);
  fixture_diags_free(&diags);
  return model;
}

/** Expects that the bytes provoke exactly these diagnostics: "3:7 duplicate; 2:1 first-here", in their order. */
static inline void fixture_expect_bytes(const char *xml, size_t size, const char *codes)
{
  fixture_diags diags = { 0 };
  ims_model *model;
  const ims_status status = fixture_load_bytes(xml, size, &diags, &model);
  cr_expect_str_eq(fixture_codes(&diags), codes, "expected\n%s\ngot\n%s\n%.600s\nfrom\n%.400s", codes,
                   fixture_codes(&diags), fixture_messages(&diags), xml);
  bool errors = false;
  for (size_t i = 0; i < diags.count; i++)
    errors = errors || diags.list[i].severity == IMS_ERROR;
  cr_expect_eq(status != IMS_OK, errors, "status %d, %s", status, codes);
  cr_expect_eq(model == NULL, errors, "%s", codes);
  ims_model_free(model);
  fixture_diags_free(&diags);
}

static inline void fixture_expect(const char *xml, const char *codes)
{
  fixture_expect_bytes(xml, strlen(xml), codes);
}

/** Expects exactly these messages, each with its place and a line break: "3:7 clause '4' is there already\n". */
static inline void fixture_expect_messages(const char *xml, const char *messages)
{
  fixture_diags diags = { 0 };
  ims_model *model;
  fixture_load_bytes(xml, strlen(xml), &diags, &model);
  cr_expect_str_eq(fixture_messages(&diags), messages, "expected\n%s\ngot\n%s", messages, fixture_messages(&diags));
  ims_model_free(model);
  fixture_diags_free(&diags);
}

/** The edition of that id. */
static inline const ims_edition *fixture_edition(const ims_model *model, const char *id)
{
  const ims_edition *edition = ims_edition_find(model, id, strlen(id));
  cr_assert_not_null(edition, "no edition %s", id);
  return edition;
}

/** The node "a:1/4.1#2". */
static inline ims_node fixture_node(const ims_model *model, const char *reference)
{
  const char *slash = strchr(reference, '/');
  cr_assert_not_null(slash);
  const ims_edition *edition = ims_edition_find(model, reference, (size_t)(slash - reference));
  cr_assert_not_null(edition, "no edition of %s", reference);
  const ims_node node = ims_node_find(model, edition, slash + 1, strlen(slash + 1));
  cr_assert_neq(node.index, IMS_NO_NODE, "no node %s", reference);
  return node;
}

#endif
