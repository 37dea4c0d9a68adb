// SPDX-License-Identifier: MIT
// 2 and 3: the knots of each way in the order in which the pen passes them.
#include "data/hand/ways.h"

namespace mlp {
namespace {

constexpr Join C = Join::kCorner;

constexpr Knot k2Plain[] = {{4, 20},  {14, 5},  {32, 0},    {49, 10}, {50, 32},
                            {36, 58}, {18, 80}, {3, 98, C}, {30, 97}, {62, 97}};
constexpr Knot k2Loop[] = {{4, 20}, {16, 4}, {34, 0},  {49, 12}, {47, 38}, {32, 64}, {14, 90},
                           {4, 94}, {2, 82}, {12, 76}, {28, 84}, {44, 96}, {64, 92}};
constexpr Knot k2Upright[] = {{8, 22},  {20, 4}, {40, 0}, {50, 16}, {46, 44}, {36, 74},
                              {16, 96}, {2, 90}, {4, 74}, {20, 68}, {40, 80}, {54, 98}};
constexpr Knot k2Wave[] = {{4, 24},  {10, 6},    {30, 0},  {48, 10}, {48, 34}, {34, 60},
                           {18, 80}, {6, 94, C}, {22, 88}, {40, 97}, {62, 92}};
constexpr Knot k2LowLoop[] = {{10, 20}, {22, 2}, {42, 4},  {50, 24}, {40, 52}, {20, 76},
                              {6, 86},  {0, 76}, {10, 66}, {30, 70}, {50, 82}, {74, 94}};
constexpr Knot k2Wide[] = {{4, 22}, {18, 4}, {38, 2},  {48, 18}, {38, 46}, {18, 76},
                           {4, 90}, {2, 80}, {16, 72}, {36, 80}, {58, 90}, {84, 90}};
constexpr Knot k2BigLoop[] = {{4, 16}, {18, 2}, {36, 2},  {46, 18}, {40, 46}, {24, 78}, {10, 98},
                              {0, 92}, {2, 76}, {16, 70}, {34, 82}, {52, 94}, {72, 86}};
constexpr Knot k2Angular[] = {{6, 10},  {28, 2},    {48, 8},  {44, 32},
                              {26, 64}, {4, 96, C}, {32, 96}, {62, 94}};
constexpr Knot k2LongTail[] = {{14, 14}, {28, 2},    {44, 6},  {46, 24}, {32, 52},
                               {10, 80}, {0, 92, C}, {34, 90}, {90, 92}};
constexpr Knot k2Hook[] = {{14, 26}, {4, 16},  {18, 2},    {38, 2},  {50, 18},
                           {44, 44}, {26, 74}, {4, 96, C}, {32, 94}, {62, 98}};
constexpr Knot k2ShortBase[] = {{8, 22},  {14, 6},  {32, 0},    {50, 12}, {48, 34},
                                {34, 60}, {18, 82}, {6, 97, C}, {16, 97}, {28, 97}};
constexpr Knot k2BentBase[] = {{4, 26},  {10, 6},  {30, -2},   {52, 10}, {50, 36},
                               {36, 64}, {22, 84}, {8, 96, C}, {20, 90}, {38, 98}};
constexpr Knot k2FlatTop[] = {{4, 10},  {26, 6},    {52, 2, C}, {38, 36},
                              {18, 68}, {2, 98, C}, {30, 98},   {62, 97}};
constexpr Knot k2FlatTopWide[] = {{-4, 14}, {28, 2},     {56, 8, C}, {42, 40},
                                  {16, 72}, {-4, 96, C}, {30, 98},   {66, 94}};
constexpr Knot k2Curled[] = {{22, 26}, {12, 30}, {6, 18},    {20, 2},  {42, 4}, {50, 24},
                             {38, 54}, {20, 80}, {4, 97, C}, {32, 96}, {64, 97}};
constexpr Knot k2CurledDeep[] = {{26, 34}, {10, 38}, {2, 20},    {18, 0},  {44, 2}, {54, 24},
                                 {40, 56}, {22, 80}, {6, 97, C}, {30, 93}, {60, 99}};
constexpr Way k2[] = {
    {"plain", 4, 2, k2Plain},
    {"loop", 3, 2, k2Loop},
    {"upright", 3, 1, k2Upright},
    {"wave", 2, 1, k2Wave},
    {"low loop", 1.5F, 1, k2LowLoop},
    {"wide", 1.5F, 0.5F, k2Wide},
    {"big loop", 1.5F, 1, k2BigLoop},
    {"angular", 1.5F, 1.5F, k2Angular},
    {"long tail", 1, 0.7F, k2LongTail},
    {"hook", 1, 1.5F, k2Hook},
    {"short base", 0.1F, 1, k2ShortBase, k2BentBase},
    {"flat top", 0.1F, 1, k2FlatTop, k2FlatTopWide},
    {"curled", 0.1F, 0.7F, k2Curled, k2CurledDeep},
};
static_assert(are_sound(k2));

constexpr Knot k3Round[] = {{6, 12},  {24, 0},  {45, 8},  {46, 28},  {34, 42}, {18, 47, C},
                            {42, 53}, {54, 72}, {42, 94}, {20, 100}, {2, 88}};
constexpr Knot k3Smooth[] = {{6, 10},  {26, 0},  {46, 10}, {42, 32},  {22, 46}, {22, 50},
                             {44, 56}, {54, 74}, {42, 94}, {20, 100}, {0, 90}};
constexpr Knot k3Shallow[] = {{4, 10},  {24, 0},  {44, 6},  {44, 24},  {30, 42, C},
                              {46, 54}, {52, 74}, {38, 94}, {14, 100}, {0, 94}};
constexpr Knot k3LongTail[] = {{14, 8},  {34, 0},  {50, 10}, {40, 30},  {24, 44, C},
                               {44, 52}, {50, 68}, {38, 88}, {14, 100}, {-14, 96}};
constexpr Knot k3WideTop[] = {{-8, 14}, {16, 2},  {46, 4},  {44, 24},  {18, 44, C},
                              {42, 50}, {50, 72}, {40, 94}, {20, 100}, {6, 92}};
constexpr Knot k3Loop[] = {{6, 12},  {26, 0},  {46, 10}, {42, 30}, {26, 46}, {16, 50},
                           {18, 42}, {34, 46}, {50, 60}, {50, 82}, {32, 98}, {4, 92}};
constexpr Knot k3SmallTop[] = {{14, 10}, {28, 0},  {42, 8},  {38, 24},  {22, 34, C},
                               {46, 42}, {58, 66}, {42, 92}, {18, 100}, {-2, 90}};
constexpr Knot k3Flat[] = {{6, 5},   {28, 3},  {50, 2, C}, {36, 22},  {22, 40, C},
                           {44, 46}, {54, 68}, {42, 92},   {20, 100}, {2, 88}};
constexpr Knot k3FlatWide[] = {{-2, 12}, {24, 6},  {56, 0, C}, {34, 26}, {12, 46, C},
                               {34, 46}, {52, 62}, {42, 90},   {14, 98}, {-14, 90}};
constexpr Knot k3SmallBelly[] = {{6, 10},  {24, 0},  {46, 8},  {46, 30}, {34, 46}, {20, 52, C},
                                 {38, 58}, {44, 74}, {34, 94}, {16, 98}, {0, 90}};
constexpr Knot k3SmallBellyWide[] = {{0, 14},  {22, 0},  {50, 6},  {52, 30}, {36, 48}, {16, 56, C},
                                     {34, 60}, {40, 76}, {28, 96}, {8, 98},  {-8, 88}};
constexpr Knot k3ShallowWaist[] = {{4, 12},  {24, 0},  {46, 8},  {46, 28}, {36, 44},
                                   {34, 52}, {46, 64}, {48, 84}, {30, 99}, {8, 96}};
constexpr Knot k3ShallowWaistFlat[] = {{4, 4},   {30, 2},  {52, 6},  {46, 28},  {32, 44},
                                       {34, 52}, {48, 66}, {46, 88}, {26, 100}, {-2, 92}};
constexpr Way k3[] = {
    {"round", 5, 2, k3Round},
    {"smooth", 3, 1, k3Smooth},
    {"shallow", 2, 1, k3Shallow},
    {"long tail", 1.5F, 1, k3LongTail},
    {"wide top", 1.5F, 1, k3WideTop},
    {"loop", 1.5F, 1.5F, k3Loop},
    {"small top", 1, 0.7F, k3SmallTop},
    {"flat top", 1, 3, k3Flat, k3FlatWide},
    {"small belly", 0.2F, 1, k3SmallBelly, k3SmallBellyWide},
    {"shallow waist", 0.1F, 0.7F, k3ShallowWaist, k3ShallowWaistFlat},
};
static_assert(are_sound(k3));

}  // namespace

std::span<const Way> ways_of_2() { return k2; }
std::span<const Way> ways_of_3() { return k3; }

}  // namespace mlp
