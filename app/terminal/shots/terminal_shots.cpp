// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal/shots/terminal_shots.h"

#include "app/terminal/shots/terminal_stage.h"

#include <QDir>
#include <QFile>

#include <cstdio>

namespace crema::terminal {

namespace {

bool writeShot(const QString &path, const Canvas &canvas)
{
    QFile file(path);
    const QByteArray text = paneText(canvas).toUtf8();
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

} // namespace

int writeTerminalShots(const QString &folder)
{
    QDir().mkpath(folder);
    const QStringList names = TerminalStage::sceneNames();
    for (const QString &name : names) {
        for (const Size size : shotSizes) {
            TerminalStage stage(size);
            stage.play(name);
            const QString path =
                QStringLiteral("%1/terminal-%2-%3x%4.txt").arg(folder, name).arg(size.width).arg(size.height);
            if (!writeShot(path, stage.canvas())) {
                std::fprintf(stderr, "%s could not be written.\n", qUtf8Printable(path));
                return 1;
            }
        }
    }
    return 0;
}

} // namespace crema::terminal
