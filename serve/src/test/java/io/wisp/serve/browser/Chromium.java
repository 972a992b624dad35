package io.wisp.serve.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;

/** A real browser without a window, 1280x720, and somebody at its keyboard. */
final class Chromium implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Selenium warns of versions that it does not know; what is used here is the same in all. */
  private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

  private static final Path PICTURES = Path.of("target", "pages");

  private final ChromeDriver driver;

  private Chromium(ChromeDriver driver) {
    this.driver = driver;
  }

  /** Opens a page; skips the test if there is no browser. */
  static Chromium open(URI link) {
    Optional<Path> browser = find("chromium", "chromium-browser", "google-chrome");
    Optional<Path> control = find("chromedriver");
    assumeTrue(
        browser.isPresent() && control.isPresent(),
        "no browser here; on Debian: apt-get install chromium chromium-driver");
    SELENIUM.setLevel(Level.SEVERE);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(browser.get().toFile());
    options.addArguments("--headless=new", "--no-sandbox");
    options.addArguments("--disable-dev-shm-usage", "--force-color-profile=srgb");
    options.addArguments(
        "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader");
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(control.get().toFile())
            .usingAnyFreePort()
            .withTimeout(PATIENCE)
            .withSilent(true)
            .build();
    Chromium chromium = new Chromium(new ChromeDriver(service, options));
    chromium.show(link);
    return chromium;
  }

  private static Optional<Path> find(String... names) {
    List<String> folders =
        List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator));
    return Stream.of(names)
        .flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Presses keys one after the other: letters, or constants of {@link Keys}. */
  void press(CharSequence... keys) {
    for (CharSequence key : keys) {
      new Actions(driver).sendKeys(key).perform();
    }
  }

  /** Presses a key some times while Shift is down. */
  void pressWithShift(Keys key, int times) {
    Actions actions = new Actions(driver).keyDown(Keys.SHIFT);
    for (int i = 0; i < times; i++) {
      actions.sendKeys(key);
    }
    actions.keyUp(Keys.SHIFT).perform();
  }

  /** Draws a line on an element, from and to parts of its width and height. */
  void drag(String selector, double fromX, double fromY, double toX, double toY) {
    WebElement on = element(selector);
    int width = on.getSize().width;
    int height = on.getSize().height;
    new Actions(driver)
        .moveToElement(on, at(fromX, width), at(fromY, height))
        .clickAndHold()
        .moveByOffset((int) ((toX - fromX) * width / 2), (int) ((toY - fromY) * height / 2))
        .moveByOffset((int) ((toX - fromX) * width / 2), (int) ((toY - fromY) * height / 2))
        .release()
        .perform();
  }

  /** Selenium counts from the middle. */
  private static int at(double part, int size) {
    return (int) ((part - 0.5) * size);
  }

  /** Chooses files in a file field of the page of scans, which itself is not seen. */
  void choose(String selector, Path... files) {
    await(".drop h1", "");
    String lines = String.join("\n", Stream.of(files).map(Path::toString).toList());
    driver.findElement(By.cssSelector(selector)).sendKeys(lines);
  }

  void type(String selector, String text) {
    element(selector).sendKeys(text);
  }

  private WebElement element(String selector) {
    await(selector, "");
    return driver.findElement(By.cssSelector(selector));
  }

  /** Waits until an element that is seen holds a text. */
  void await(String selector, String text) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    String last = "nothing";
    while (System.nanoTime() < end) {
      try {
        for (WebElement found : driver.findElements(By.cssSelector(selector))) {
          last = found.getText();
          if (found.isDisplayed() && last.contains(text)) {
            return;
          }
        }
        Thread.sleep(50);
      } catch (WebDriverException e) {
        last = "an element that is just drawn anew";
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
    picture("failed");
    throw new AssertionError("%s never showed \"%s\", but %s".formatted(selector, text, last));
  }

  /** The value of an expression in the page. */
  Object value(String expression) {
    return driver.executeScript("return " + expression);
  }

  void reload() {
    driver.navigate().refresh();
  }

  /** Opens a second tab and goes to it. */
  void newTab(URI link) {
    driver.switchTo().newWindow(WindowType.TAB);
    show(link);
  }

  private void show(URI link) {
    Map<String, Object> screen =
        Map.of("width", 1280, "height", 720, "deviceScaleFactor", 1, "mobile", false);
    driver.executeCdpCommand("Emulation.setDeviceMetricsOverride", screen);
    driver.get(link.toString());
  }

  /** Goes to a tab, counted from 0. */
  void tab(int number) {
    driver.switchTo().window(List.copyOf(driver.getWindowHandles()).get(number));
  }

  /** Keeps a picture of the page in {@code target/pages}. */
  void picture(String name) {
    try {
      Files.createDirectories(PICTURES);
      Files.write(PICTURES.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    driver.quit();
  }
}
