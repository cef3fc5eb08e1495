package org.tijian.inspection.bench;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The GET routes of the product as its router knows them, so that a new one is not forgotten. */
record ListRoutes(List<Route> routes) {

  /**
   * @param path with names in braces, for example {@code /api/checkups/{id}}
   */
  record Route(String path, List<Parameter> parameters) {
    boolean takes(String name) {
      return parameters.stream().anyMatch(each -> each.name().equals(name));
    }

    List<Parameter> required() {
      return parameters.stream().filter(Parameter::required).toList();
    }
  }

  record Parameter(String name, boolean required) {}

  static ListRoutes of(ApplicationContext server) {
    RequestMappingHandlerMapping router =
        server.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
    return new ListRoutes(
        router.getHandlerMethods().entrySet().stream()
            .filter(
                each ->
                    each.getKey().getMethodsCondition().getMethods().contains(RequestMethod.GET))
            .flatMap(
                each ->
                    each.getKey().getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/"))
                        .map(path -> new Route(path, parameters(each.getValue()))))
            .sorted(Comparator.comparing(Route::path))
            .toList());
  }

  private static List<Parameter> parameters(HandlerMethod method) {
    return Arrays.stream(method.getMethodParameters())
        .filter(each -> each.hasParameterAnnotation(RequestParam.class))
        .map(
            each -> {
              RequestParam asked =
                  Objects.requireNonNull(
                      AnnotatedElementUtils.getMergedAnnotation(
                          each.getParameter(), RequestParam.class));
              String name = asked.name().isEmpty() ? each.getParameter().getName() : asked.name();
              boolean hasDefault =
                  !asked
                      .defaultValue()
                      .equals(org.springframework.web.bind.annotation.ValueConstants.DEFAULT_NONE);
              boolean isNullable =
                  Arrays.stream(each.getParameter().getAnnotatedType().getAnnotations())
                      .anyMatch(a -> a.annotationType().getSimpleName().equals("Nullable"));
              return new Parameter(name, asked.required() && !hasDefault && !isNullable);
            })
        .toList();
  }
}
