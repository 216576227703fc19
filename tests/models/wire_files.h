// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>

#include <gtest/gtest.h>

namespace crema::testing {

/// What a file below tests/wire holds.
inline QByteArray wireFile(const QString &path)
{
    QFile file(qEnvironmentVariable("CREMA_SOURCE") + QStringLiteral("/tests/wire/") + path);
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << qPrintable(file.fileName());
    return file.readAll();
}

} // namespace crema::testing
