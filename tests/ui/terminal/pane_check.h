// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/terminal/screen/memory_screen.h"

#include <QDir>
#include <QFile>

#include <gtest/gtest.h>

namespace crema::terminal::testing {

/// The sizes at which every screen is looked at.
inline constexpr std::array paneSizes{Size{20, 16}, Size{40, 12}, Size{80, 24}};

/// Compares a canvas with panes/<name>-<width>x<height>.txt. With CREMA_UPDATE_PANES=1 the file is written
/// instead, to be looked at before it is committed.
inline void expectPane(const Canvas &canvas, const QString &name)
{
    const QString folder = qEnvironmentVariable("CREMA_SOURCE") + QStringLiteral("/tests/ui/terminal/panes");
    const QString path = QStringLiteral("%1/%2-%3x%4.txt").arg(folder, name).arg(canvas.width()).arg(canvas.height());
    QFile file(path);
    if (qEnvironmentVariable("CREMA_UPDATE_PANES") == QLatin1String("1")) {
        QDir().mkpath(folder);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly)) << path.toStdString();
        file.write(paneText(canvas).toUtf8());
        return;
    }
    ASSERT_TRUE(file.open(QIODevice::ReadOnly)) << path.toStdString() << " is missing";
    EXPECT_EQ(paneText(canvas).toStdString(), QString::fromUtf8(file.readAll()).toStdString()) << path.toStdString();
}

} // namespace crema::terminal::testing
