// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/shots/shots.h"

#include "app/desktop/shots/first_run_scenes.h"
#include "app/desktop/shots/looks.h"
#include "app/desktop/shots/scenes.h"
#include "app/translation_loader.h"

#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QImage>
#include <QPainter>
#include <QRegularExpression>

#include <cstdio>

namespace crema::desktop {

namespace {

QLocale localeOf(const Look &look)
{
    return look.language == QLatin1String("de") ? QLocale(QLocale::German)
                                                : QLocale(QLocale::English, QLocale::Ireland);
}

template<class SceneStage>
QImage pictureOn(QApplication &application, Theme &theme, const Look &look, const QString &scene)
{
    SceneStage stage(theme, localeOf(look), look.size);
    stage.window().show();
    stage.play(scene);
    for (int turn = 0; turn < 5; ++turn)
        application.processEvents();
    // The customer's window is one of its own.
    QWidget *display = stage.window().template findChild<QWidget *>(QStringLiteral("displayWindow"));
    if (display && display->isVisible())
        return display->grab().toImage();
    QImage image = stage.window().grab().toImage();
    QPainter painter(&image);
    const QList<QDialog *> dialogs = stage.window().template findChildren<QDialog *>();
    for (QDialog *dialog : dialogs) {
        if (dialog->isVisible())
            painter.drawPixmap(dialog->pos() - stage.window().pos(), dialog->grab());
    }
    return image;
}

QStringList allScenes()
{
    return Stage::sceneNames() + FirstRunStage::sceneNames();
}

/// The scene as a picture. The window is shown, so that layouts and style are the real ones.
QImage pictureOf(QApplication &application, Theme &theme, const Look &look, const QString &scene)
{
    const QImage image = FirstRunStage::sceneNames().contains(scene)
                             ? pictureOn<FirstRunStage>(application, theme, look, scene)
                             : pictureOn<Stage>(application, theme, look, scene);
    return look.grey ? image.convertToFormat(QImage::Format_Grayscale8) : image;
}

/// What the file of a scene in a look is called.
QString fileOf(const QString &scene, const Look &look)
{
    const bool ofTill = !scene.startsWith(QLatin1String("first-run")) && !scene.startsWith(QLatin1String("catalog-"));
    return QStringLiteral("%1%2-%3.png").arg(ofTill ? QStringLiteral("till-") : QString(), scene, look.name);
}

bool write(const QImage &image, const QString &path)
{
    if (image.save(path))
        return true;
    std::fprintf(stderr, "%s\n", qUtf8Printable(QStringLiteral("Could not write %1.").arg(path)));
    return false;
}

/// The scenes whose file in this look matches the pattern.
QStringList wantedScenes(const Look &look, const QString &pattern)
{
    const QRegularExpression wanted(
        QRegularExpression::wildcardToRegularExpression(QStringLiteral("*%1*").arg(pattern)));
    QStringList scenes;
    for (const QString &scene : allScenes()) {
        if (wanted.match(fileOf(scene, look)).hasMatch())
            scenes.append(scene);
    }
    return scenes;
}

bool writeLook(QApplication &application, const Look &look, const QStringList &scenes, const QString &folder)
{
    if (!look.language.isEmpty()) {
        qputenv("CREMA_LANGUAGE", look.language.toUtf8());
        installTranslation(application, localeOf(look), {});
    }
    application.setLayoutDirection(look.mirrored ? Qt::RightToLeft : Qt::LeftToRight);
    Theme theme(look.theme, look.textScale);
    theme.apply(application);
    bool written = true;
    for (const QString &scene : scenes)
        written =
            write(pictureOf(application, theme, look, scene), QDir(folder).filePath(fileOf(scene, look))) && written;
    application.setLayoutDirection(Qt::LeftToRight);
    return written;
}

} // namespace

int writeShots(QApplication &application, const QString &folder, const QString &pattern)
{
    if (!QDir().mkpath(folder)) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(QStringLiteral("Could not make the folder %1.").arg(folder)));
        return 1;
    }
    bool written = true;
    bool found = false;
    for (const Look &look : allLooks()) {
        const QStringList scenes = wantedScenes(look, pattern);
        if (scenes.isEmpty())
            continue;
        found = true;
        written = writeLook(application, look, scenes, folder) && written;
    }
    if (!found)
        std::fprintf(stderr, "%s\n", qUtf8Printable(QStringLiteral("No picture is called like “%1”.").arg(pattern)));
    return written && found ? 0 : 1;
}

int runSelfTest(QApplication &application)
{
    for (const QString &name : Tokens::themeNames()) {
        Theme theme(name);
        theme.apply(application);
        for (const QString &scene : allScenes()) {
            const QImage image = pictureOf(application, theme, {{}, {1024, 768}}, scene);
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
