// SPDX-License-Identifier: GPL-3.0-or-later
// What the cards of the account are made of.
#pragma once

#include <QList>
#include <QString>

class QLabel;
class QLineEdit;
class QWidget;

namespace crema::desktop {

class Theme;
class TouchButton;

/// A field whose text is not seen.
[[nodiscard]] QLineEdit *makeSecretEdit();
/// A button of a card.
[[nodiscard]] TouchButton *makeAccountButton(const Theme &theme, const char *objectName, const QString &text);
/// Side by side from the leading edge, below what they are about.
[[nodiscard]] QWidget *makeAccountButtons(const QList<TouchButton *> &buttons);
/// A muted sentence that wraps.
[[nodiscard]] QLabel *makeAccountNote(const Theme &theme, const QString &objectName, const QString &text);

} // namespace crema::desktop
