// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QFile>
#include <QList>

#include <gtest/gtest.h>

#include <algorithm>

namespace crema::testing {

/// The lines of tests/vectors/wycheproof_`set`.txt as words; "-" is nothing. What the words are, and which vectors are
/// there, the file says in its head.
inline QList<QByteArrayList> wycheproofLines(const QString &set)
{
    QFile file(QStringLiteral("%1/tests/vectors/wycheproof_%2.txt").arg(qEnvironmentVariable("CREMA_SOURCE"), set));
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << file.fileName().toStdString();
    QList<QByteArrayList> lines;
    while (!file.atEnd()) {
        const QByteArray line = file.readLine().trimmed();
        if (line.startsWith('#'))
            continue;
        QByteArrayList words = line.split(' ');
        std::replace(words.begin(), words.end(), QByteArray("-"), QByteArray());
        lines.append(words);
    }
    return lines;
}

} // namespace crema::testing
