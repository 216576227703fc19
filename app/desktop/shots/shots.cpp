// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/shots/shots.h"

#include "app/desktop/shots/first_run_scenes.h"
#include "app/desktop/shots/scenes.h"
#include "app/translation_loader.h"

#include <QApplication>
#include <QDir>
#include <QImage>
#include <QPainter>

#include <cstdio>

namespace crema::desktop {

namespace {

const QSize sizes[] = {{1024, 768}, {1366, 768}, {1920, 1080}};

QLocale englishInIreland()
{
    return QLocale(QLocale::English, QLocale::Ireland);
}

template<class SceneStage>
QImage pictureOn(QApplication &application, Theme &theme, const QLocale &locale, const QSize &size,
                 const QString &scene)
{
    SceneStage stage(theme, locale, size);
    stage.window().show();
    stage.play(scene);
    for (int turn = 0; turn < 5; ++turn)
        application.processEvents();
    return stage.window().grab().toImage();
}

QStringList allScenes()
{
    return Stage::sceneNames() + FirstRunStage::sceneNames();
}

/// The scene as a picture. The window is shown, so that layouts and style are the real ones.
QImage pictureOf(QApplication &application, Theme &theme, const QLocale &locale, const QSize &size,
                 const QString &scene)
{
    return FirstRunStage::sceneNames().contains(scene)
               ? pictureOn<FirstRunStage>(application, theme, locale, size, scene)
               : pictureOn<Stage>(application, theme, locale, size, scene);
}

/// What the file of a scene is called, before size and look.
QString fileOf(const QString &scene)
{
    return scene.startsWith(QLatin1String("first-run")) || scene.startsWith(QLatin1String("catalog-"))
               ? scene
               : QStringLiteral("till-") + scene;
}

bool write(const QImage &image, const QString &folder, const QString &name)
{
    const QString path = QDir(folder).filePath(name + QStringLiteral(".png"));
    if (image.save(path))
        return true;
    std::fprintf(stderr, "%s\n", qUtf8Printable(QStringLiteral("Could not write %1.").arg(path)));
    return false;
}

bool writeTheme(QApplication &application, const QString &themeName, const QString &folder)
{
    Theme theme(themeName);
    theme.apply(application);
    bool written = true;
    for (const QSize &size : sizes) {
        for (const QString &scene : allScenes()) {
            const QString name = QStringLiteral("%1-%2-%3").arg(fileOf(scene)).arg(size.width()).arg(themeName);
            written = write(pictureOf(application, theme, englishInIreland(), size, scene), folder, name) && written;
        }
    }
    return written;
}

bool writeLanguage(QApplication &application, const char *language, const QLocale &locale, const QString &folder)
{
    qputenv("CREMA_LANGUAGE", language);
    installTranslation(application, locale, {});
    Theme theme(QStringLiteral("light"));
    theme.apply(application);
    bool written = true;
    for (const QString &scene : allScenes()) {
        const QString name = QStringLiteral("%1-1366-%2").arg(fileOf(scene), QString::fromLatin1(language));
        written = write(pictureOf(application, theme, locale, sizes[1], scene), folder, name) && written;
    }
    return written;
}

bool writeScaled(QApplication &application, const QString &folder)
{
    Theme theme(QStringLiteral("light"), 1.25);
    theme.apply(application);
    bool written = true;
    for (const QString &scene : allScenes()) {
        const QString name = QStringLiteral("%1-1024-text125").arg(fileOf(scene));
        written = write(pictureOf(application, theme, englishInIreland(), sizes[0], scene), folder, name) && written;
    }
    return written;
}

bool writeMirrored(QApplication &application, const QString &folder)
{
    application.setLayoutDirection(Qt::RightToLeft);
    Theme theme(QStringLiteral("light"));
    theme.apply(application);
    bool written = true;
    for (const QString &scene : allScenes()) {
        const QString name = QStringLiteral("%1-1366-rtl").arg(fileOf(scene));
        written = write(pictureOf(application, theme, englishInIreland(), sizes[1], scene), folder, name) && written;
    }
    application.setLayoutDirection(Qt::LeftToRight);
    return written;
}

} // namespace

int writeShots(QApplication &application, const QString &folder)
{
    if (!QDir().mkpath(folder)) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(QStringLiteral("Could not make the folder %1.").arg(folder)));
        return 1;
    }
    bool written = true;
    for (const QString &theme : Tokens::themeNames())
        written = writeTheme(application, theme, folder) && written;
    written = writeScaled(application, folder) && written;
    written = writeMirrored(application, folder) && written;
    written = writeLanguage(application, "de", QLocale(QLocale::German), folder) && written;
    written = writeLanguage(application, "x-pseudo", englishInIreland(), folder) && written;
    return written ? 0 : 1;
}

int runSelfTest(QApplication &application)
{
    for (const QString &name : Tokens::themeNames()) {
        Theme theme(name);
        theme.apply(application);
        for (const QString &scene : allScenes()) {
            const QImage image = pictureOf(application, theme, englishInIreland(), sizes[0], scene);
            if (image.isNull()) {
                std::fprintf(stderr, "%s\n", qUtf8Printable(QStringLiteral("The page %1 is empty.").arg(scene)));
                return 1;
            }
        }
    }
    std::puts("crema-desktop: every page opens");
    return 0;
}

} // namespace crema::desktop
