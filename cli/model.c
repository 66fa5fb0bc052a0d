#include "model.h"

#include "command.h"
#include "progress.h"

static int exit_status(ims_status status)
{
  if (status == IMS_NOMEM)
    message_system(IMS_DIAG_OUT_OF_MEMORY, NULL, "");
  return status == IMS_OK ? EXIT_DONE : status == IMS_NOMEM ? EXIT_SYSTEM : EXIT_INPUT;
}

/* The first failure that ends it all; a file that cannot be read is told at the end, by finishing. */
static ims_status load_layer(ims_loader *loader, const char *const *paths, size_t count, ims_status *worst)
{
  for (size_t i = 0; i < count; i++) {
    ims_loader_layer(loader);
    const ims_status status = ims_loader_path(loader, paths[i]);
    if (status == IMS_NOMEM)
      return status;
    if (status)
      *worst = status;
  }
  return IMS_OK;
}

static int load(const settings *given, const char *const *paths, size_t count, messages *m, ims_model **model)
{
  const ims_load_options options = { given->max_size, progress_told() };
  ims_loader *loader = NULL;
  ims_status worst = IMS_OK;
  ims_status status = ims_loader_new(&options, message_sink(m), &loader);
  if (!status && !given->no_builtin)
    status = ims_loader_builtin(loader);
  if (!status)
    status = load_layer(loader, given->mappings, given->mapping_count, &worst);
  if (!status)
    status = load_layer(loader, paths, count, &worst);
  if (!status)
    status = ims_loader_finish(loader, model);
  if (!status)
    status = worst;
  if (!status && given->warnings_are_errors && m->warnings)
    status = IMS_INVALID;
  ims_loader_free(loader);
  return exit_status(status);
}

int model_load_with(const settings *given, const char *const *paths, size_t count, messages *m, ims_model **model)
{
  *model = NULL;
  const int status = load(given, paths, count, m, model);
  if (status) {
    ims_model_free(*model);
    *model = NULL;
  }
  return status;
}

int model_load(const settings *given, messages *m, ims_model **model)
{
  return model_load_with(given, NULL, 0, m, model);
}

int model_check(const settings *given, const char *const *paths, size_t count, messages *m)
{
  ims_model *model = NULL;
  int status = load(given, paths, count, m, &model);
  if (!status)
    status = exit_status(ims_check_consistency(model, message_sink(m)));
  if (!status && given->warnings_are_errors && m->warnings)
    status = EXIT_INPUT;
  ims_model_free(model);
  return status;
}
