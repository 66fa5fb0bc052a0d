/*
 * Two ways through the same file: `bench_load sax2 FILE` parses it with libxml2 and looks at nothing, `bench_load load
 * FILE [MAX_SIZE]` loads it into a model. compare.sh runs them in turn. Prints what was found; time and memory are the
 * caller's to measure, from outside.
 */
#include "ims/ims.h"

#include <libxml/parser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static size_t elements;

static void on_start(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int namespace_count,
                     const xmlChar **namespaces, int attribute_count, int defaulted_count, const xmlChar **attributes)
{
  (void)context, (void)name, (void)prefix, (void)uri, (void)namespace_count, (void)namespaces;
  (void)attribute_count, (void)defaulted_count, (void)attributes;
  elements++;
}

static int parse(const char *path)
{
  xmlSAXHandler sax = { .initialized = XML_SAX2_MAGIC, .startElementNs = on_start };
  const int status = xmlSAXUserParseFile(&sax, NULL, path);
  printf("%zu elements\n", elements);
  return status != 0;
}

static void on_diag(void *context, const ims_diag *diag)
{
  (void)context;
  fprintf(stderr, "%s:%u: %s\n", diag->pos.file, (unsigned)diag->pos.line, diag->text);
}

static int load(const char *path, const char *max_size)
{
  const ims_load_options options = { .max_size = max_size ? strtoull(max_size, NULL, 10) : 0 };
  ims_loader *loader = NULL;
  ims_model *model = NULL;
  ims_status status = ims_loader_new(&options, (ims_diag_sink){ on_diag, NULL }, &loader);
  if (!status)
    status = ims_loader_file(loader, path);
  if (!status)
    status = ims_loader_finish(loader, &model);
  ims_loader_free(loader);
  if (model)
    printf("%zu nodes, %zu relations\n", ims_node_count(model), ims_relation_count(model));
  ims_model_free(model);
  return status != IMS_OK;
}

int main(int argc, char **argv)
{
  if (argc >= 3 && strcmp(argv[1], "sax2") == 0)
    return parse(argv[2]);
  if (argc >= 3 && strcmp(argv[1], "load") == 0)
    return load(argv[2], argc > 3 ? argv[3] : NULL);
  fprintf(stderr, "usage: bench_load sax2|load FILE [MAX_SIZE]\n");
  return 2;
}
