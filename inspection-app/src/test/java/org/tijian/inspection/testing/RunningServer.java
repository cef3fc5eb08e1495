package org.tijian.inspection.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.tijian.inspection.InspectionApplication;
import org.tijian.inspection.key.CheapKeys;

/** The first start of the app on fresh databases, listening on a free port; no gateway. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = InspectionApplication.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "tijian.gateway.enabled=false")
@ContextConfiguration(initializers = FreshDatabases.class)
@Import(CheapKeys.class)
public @interface RunningServer {}
