// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <functional>

class QCoreApplication;

namespace crema {

/// From now on each text comes in the first language of `wished` that Crema knows, asked anew for each text and on
/// whatever thread makes it: a server speaks to many people at once. Where nothing that is known is wished for, the
/// language of the process counts (translation_loader.h), so install that one first.
void installRequestTranslations(QCoreApplication &application, std::function<QStringList()> wished);

} // namespace crema
